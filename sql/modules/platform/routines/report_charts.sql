-- Charts of reports, drawn as SVG here: a bar beside a figure, a line with a band over time. What they show stands in words too: bars are
-- left out of a DOCX, a chart's label tells what is to be seen.

CREATE OR REPLACE FUNCTION platform.report_bar(value float8, low float8 DEFAULT NULL, high float8 DEFAULT NULL) RETURNS xml
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name svg,
    xmlattributes('http://www.w3.org/2000/svg' AS xmlns, 'bar' AS class, '0 0 200 12' AS "viewBox", 200 AS width, 12 AS height),
    xmlelement(name rect, xmlattributes(200 AS width, 2 AS y, 8 AS height, '#e6eaee' AS fill)),
    CASE WHEN report_bar.value IS NOT NULL THEN
      xmlelement(name rect, xmlattributes(round(b.value, 1) AS width, 2 AS y, 8 AS height, '#6fa3d4' AS fill)) END,
    CASE WHEN report_bar.low <= report_bar.high THEN  -- greatest makes 0 of NULL
      xmlelement(name path, xmlattributes(format('M%s 6H%sM%s 2V10M%s 2V10', round(b.low, 1), round(b.high, 1), round(b.low, 1),
        round(b.high, 1)) AS d, '#16202b' AS stroke, 1.4 AS "stroke-width", 'none' AS fill)) END)
  FROM (SELECT (2 * least(greatest(report_bar.value, 0), 100))::numeric, (1 + 1.98 * least(greatest(report_bar.low, 0), 100))::numeric,
               (1 + 1.98 * least(greatest(report_bar.high, 0), 100))::numeric) b (value, low, high);
END;
COMMENT ON FUNCTION platform.report_bar(float8, float8, float8) IS
'A bar for a report: a value from 0 to 100, an interval as a line with ends, or both; cut at the ends. Nothing of it is in a DOCX: the
figure stands beside it.';

CREATE OR REPLACE FUNCTION platform.report_ticks(low float8, high float8) RETURNS numeric[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH ends AS (  -- of one value a little around it; what would overflow is cut
    SELECT CASE WHEN r.is_range THEN b.low ELSE b.low - greatest(abs(b.low), 1) / 2 END AS low,
           CASE WHEN r.is_range THEN b.high ELSE b.high + greatest(abs(b.high), 1) / 2 END AS high
    FROM (SELECT min(v.value), max(v.value) FROM unnest(ARRAY[coalesce(report_ticks.low, 0), coalesce(report_ticks.high, 1)]) e (end_)
          CROSS JOIN LATERAL (SELECT greatest(least(e.end_, 1e150), -1e150)) v (value)) b (low, high)
    CROSS JOIN LATERAL (
      SELECT b.high - b.low > 1e-200 AND (b.high - b.low) * 1e9 > greatest(abs(b.low), abs(b.high))) r (is_range)
  ), size AS (
    SELECT e.low, e.high, floor(log((e.high - e.low) / 4))::integer AS power, (e.high - e.low) / 4 AS least_step FROM ends e
  ), step AS (
    SELECT s.low, s.high, min(c.factor * power(10::numeric, s.power)) AS step
    FROM size s CROSS JOIN unnest('{1,2,5,10}'::numeric[]) c (factor)
    WHERE c.factor * power(10::numeric, s.power) >= s.least_step::numeric * 0.999999 GROUP BY s.low, s.high)
  SELECT array_agg(trim_scale(k * s.step) ORDER BY k)
  FROM step s CROSS JOIN LATERAL generate_series(floor(s.low::numeric / s.step), ceil(s.high::numeric / s.step)) k;
END;
COMMENT ON FUNCTION platform.report_ticks(float8, float8) IS
'Where an axis has ticks: four to six steps of 1, 2 or 5 times a power of ten, the first at or below low, the last at or above high.';

CREATE OR REPLACE FUNCTION platform.report_points(points jsonb, ticks numeric[])
RETURNS TABLE (n bigint, x numeric, y numeric, low numeric, high numeric, is_marked boolean, begins boolean, run bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  WITH scale AS (SELECT report_points.ticks[1] AS first, report_points.ticks[cardinality(report_points.ticks)] AS last,
                        greatest(jsonb_array_length(report_points.points) - 1, 1) AS steps
  ), point AS (
    SELECT p.n, (p.point ->> 'value')::numeric AS value, (p.point ->> 'low')::numeric AS low, (p.point ->> 'high')::numeric AS high,
           coalesce((p.point ->> 'is_marked')::boolean, false) AS is_marked
    FROM jsonb_array_elements(report_points.points) WITH ORDINALITY p (point, n))
  SELECT p.n, round(70 + 520.0 * (p.n - 1) / s.steps, 1), round(175 - 160 * (p.value - s.first) / (s.last - s.first), 1),
         round(175 - 160 * (p.low - s.first) / (s.last - s.first), 1), round(175 - 160 * (p.high - s.first) / (s.last - s.first), 1),
         p.is_marked,
         lag(p.value) OVER w IS NULL, count(*) FILTER (WHERE p.low IS NULL OR p.high IS NULL) OVER w
  FROM point p CROSS JOIN scale s WINDOW w AS (ORDER BY p.n);
END;
COMMENT ON FUNCTION platform.report_points(jsonb, numeric[]) IS
'Where the points of platform.report_chart stand in its picture; begins: there is none before, run: which stretch of the band it is in.';

CREATE OR REPLACE FUNCTION platform.report_axes(points jsonb, ticks numeric[], language text) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlconcat(
    (SELECT xmlagg(xmlconcat(
       xmlelement(name line, xmlattributes(70 AS x1, 590 AS x2, g.y AS y1, g.y AS y2, '#d5dae0' AS stroke)),
       xmlelement(name text, xmlattributes(62 AS x, g.y AS y, '.35em' AS dy, 'end' AS "text-anchor"),
         platform.report_number(g.tick::float8, 6, report_axes.language))) ORDER BY g.n)
     FROM (SELECT t.tick, t.n, round(175 - 160.0 * (t.n - 1) / greatest(cardinality(report_axes.ticks) - 1, 1), 1) AS y
           FROM unnest(report_axes.ticks) WITH ORDINALITY t (tick, n)) g),
    (SELECT xmlagg(xmlelement(name text, xmlattributes(round(70 + 520.0 * l.n / greatest(c.n - 1, 1), 1) AS x, 193 AS y,
         CASE l.n WHEN 0 THEN 'start' WHEN c.n - 1 THEN 'end' ELSE 'middle' END AS "text-anchor"), report_axes.points -> l.n ->> 'label')
       ORDER BY l.n)
     FROM (SELECT jsonb_array_length(report_axes.points) AS n) c
     CROSS JOIN LATERAL (SELECT DISTINCT i FROM unnest(ARRAY[0, (c.n - 1) / 2, c.n - 1]) i) l (n) WHERE l.n >= 0));
END;
COMMENT ON FUNCTION platform.report_axes(jsonb, numeric[], text) IS
'The lines and labels of a chart: each tick, and of the points the first, the middle and the last.';

CREATE OR REPLACE FUNCTION platform.report_chart(label text, points jsonb, language text, from_zero boolean DEFAULT false) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH axis AS (
    SELECT platform.report_ticks(
      CASE WHEN report_chart.from_zero THEN least(min(v.value), 0) ELSE min(v.value) END, max(v.value)) AS ticks, count(*) AS n
    FROM jsonb_array_elements(report_chart.points) p CROSS JOIN LATERAL (
      VALUES ((p.value ->> 'value')::float8), ((p.value ->> 'low')::float8), ((p.value ->> 'high')::float8)) v (value)
    WHERE v.value IS NOT NULL
  ), point AS (
    SELECT p.* FROM axis a CROSS JOIN LATERAL platform.report_points(report_chart.points, a.ticks) p WHERE a.n > 0
  ), band AS (
    SELECT b.run, string_agg(b.x || ',' || b.low, ' ' ORDER BY b.n) || ' '
             || string_agg(b.x || ',' || b.high, ' ' ORDER BY b.n DESC) AS corners
    FROM point b WHERE b.low IS NOT NULL AND b.high IS NOT NULL GROUP BY b.run)
  SELECT xmlelement(name svg,
    xmlattributes('http://www.w3.org/2000/svg' AS xmlns, '0 0 600 200' AS "viewBox", 600 AS width, 200 AS height, 'img' AS role,
                  platform.xml_text(report_chart.label) AS "aria-label"),
    xmlelement(name title, report_chart.label),
    xmlelement(name g, xmlattributes('#4f5b68' AS fill, 10 AS "font-size", 'DejaVu Sans, Noto Sans CJK SC, sans-serif' AS "font-family"),
      platform.report_axes(report_chart.points, a.ticks, report_chart.language)),
    (SELECT xmlagg(xmlelement(name polygon, xmlattributes(b.corners AS points, '#0a58a6' AS fill, 0.15 AS "fill-opacity")) ORDER BY b.run)
     FROM band b),
    (SELECT xmlelement(name path, xmlattributes(
       string_agg(CASE WHEN p.begins THEN 'M' ELSE 'L' END || p.x || ' ' || p.y, '' ORDER BY p.n) AS d, 'none' AS fill,
       '#0a58a6' AS stroke, 1.6 AS "stroke-width", 'round' AS "stroke-linejoin"))
     FROM point p WHERE p.y IS NOT NULL HAVING count(*) > 0),
    (SELECT xmlagg(CASE WHEN p.is_marked
       THEN xmlelement(name path, xmlattributes(format('M%s %sl5 9h-10z', p.x, p.y - 6) AS d, '#b34700' AS fill))
       ELSE xmlelement(name circle, xmlattributes(p.x AS cx, p.y AS cy, 2 AS r, '#0a58a6' AS fill)) END ORDER BY p.n)
     FROM point p WHERE p.y IS NOT NULL AND (p.is_marked OR jsonb_array_length(report_chart.points) <= 60)))
  FROM axis a WHERE a.n > 0;
END;
COMMENT ON FUNCTION platform.report_chart(text, jsonb, text, boolean) IS
'A line over time with a band, as SVG of 600 by 200: points [{label, value, low, high, is_marked}] at equal steps; a point without a value
is a gap, one that is marked a triangle. label tells what is to be seen. The axis begins and ends at a tick; from_zero: it has 0. NULL where
no point has a value.';

CREATE OR REPLACE FUNCTION platform.report_figure(label text, caption text, n bigint, unit text, points jsonb, language text,
                                                  from_zero boolean DEFAULT false) RETURNS xml
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT xmlelement(name figure, c.chart, xmlelement(name figcaption,
    xmlelement(name strong, xmlelement(name bdi, report_figure.label), '.'), ' ', xmlelement(name bdi, report_figure.caption
      || coalesce(', n = ' || report_figure.n, '') || coalesce('; ' || report_figure.unit, '') || '.')))
  FROM platform.report_chart(report_figure.label, report_figure.points, report_figure.language, report_figure.from_zero) c (chart)
  WHERE c.chart IS NOT NULL;
END;
COMMENT ON FUNCTION platform.report_figure(text, text, bigint, text, jsonb, text, boolean) IS
'A chart (platform.report_chart) with what is to be seen, its label, and a caption that tells how many there are and the unit; NULL where no
point has a value.';
