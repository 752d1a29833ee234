-- What consent is asked for, in other languages than that of affinity.consent_kind.

CREATE TABLE IF NOT EXISTS affinity.consent_translation (
  kind         text NOT NULL REFERENCES affinity.consent_kind ON DELETE CASCADE,
  language     text NOT NULL CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$' AND language <> 'en'),
  text_version text NOT NULL CHECK (length(text_version) BETWEEN 1 AND 100),
  purpose      text NOT NULL CHECK (purpose <> ''),
  PRIMARY KEY (kind, language)
);
COMMENT ON TABLE affinity.consent_translation IS
'The words of affinity.consent_kind in other languages; one of another version than these is not shown (affinity.consent_texts). [shipped]';
DO $$
BEGIN
  INSERT INTO affinity.consent_translation (kind, language, text_version, purpose)
  SELECT t.key, 'de', '1', t.value FROM jsonb_each_text(
    ('{'
      '"visual": "Ihre Fotos werden Menschen gezeigt, die Sie treffen k\u00f6nnten. Ein Programm macht aus dem Gesicht '
      'darauf Zahlen, das sind biometrische Daten, vergleicht diese mit dem, was anderen gef\u00e4llt, und '
      'ordnet Sie f\u00fcr andere und andere f\u00fcr Sie. Daf\u00fcr wird aufgehoben: Ihre Fotos und diese '
      'Zahlen, Ihre Bewertungen von Fotos, wen Sie suchen (Geschlecht, Alter, Entfernung und ungef\u00e4hr Ihr '
      'Wohnort), und zu wem Sie Ja oder Nein gesagt haben, was niemand erf\u00e4hrt. Wen Sie suchen, zeigt Ihre '
      'sexuelle Orientierung. Wer wei\u00df, wie Werte entstehen, kann ungef\u00e4hr herausfinden, wie sehr '
      'Ihnen seine Fotos gefallen. Wenn Sie widerrufen, wird all das sofort gel\u00f6scht, ebenso, was andere '
      'dar\u00fcber sagten, Sie zu treffen. Wer Ihre Daten aufhebt und wie lange, sagt Ihnen diese Website.",'
      '"personality": "Sie beantworten einen Fragebogen zu sieben Eigenschaften: Begehren, Genuss, Besitzstreben, '
      'Gem\u00e4chlichkeit, Temperament, Neid und Stolz. Was Sie \u00fcber Begehren sagen, sind Daten \u00fcber '
      'Ihr Sexualleben. Ihre Antworten und was daraus folgt, werden aufgehoben und mit denen anderer verglichen. '
      'Andere erfahren als eine Zahl, wie \u00e4hnlich Sie sind, und nie Ihre Antworten oder Eigenschaften. Wenn '
      'Sie widerrufen, wird all das sofort gel\u00f6scht. Wer Ihre Daten aufhebt und wie lange, sagt Ihnen diese '
      'Website.",'
      '"genetic": "Ihr HLA-Typ, ein Teil Ihres Erbguts, wird verschl\u00fcsselt aufgehoben und mit denen anderer verglichen, '
      'die niedrigen, mittleren oder hohen Unterschied erfahren. Er kann von Krankheiten und von Verwandten '
      'erz\u00e4hlen und wird f\u00fcr beides nicht benutzt; ein niedriges Band kann bedeuten, dass Sie verwandt '
      'sind. Dass er beeinflusst, wer wen mag, ist nicht gezeigt; wo er ein Gewicht hat, hebt ein hohes Band den '
      'Wert trotzdem. Andere k\u00f6nnen aus B\u00e4ndern ein wenig \u00fcber Ihren Typ herausfinden. Wenn Sie '
      'widerrufen, wird er sofort gel\u00f6scht. Wer Ihre Daten aufhebt und wie lange, sagt Ihnen diese Website.",'
      '"research": "Was die anderen Arten erlauben (Bewertungen, Werte, Ja und Nein und Gruppen, die Sie angeben '
      'm\u00f6chten, etwa Herkunft), wird gez\u00e4hlt, um zu lernen, wie gut die Werte sind und ob sie manche '
      'Gruppen beg\u00fcnstigen. Forschende sehen, wie gut sich Ihr Geschmack lernen lie\u00df, unter einem '
      'Pseudonym, wo mindestens f\u00fcnf teilnehmen; alles andere, was sie sehen, sind Zahlen von mindestens '
      'f\u00fcnf Menschen. Wenn Sie widerrufen, werden Sie nicht mehr gez\u00e4hlt, und angegebene Gruppen '
      'werden gel\u00f6scht. Wer Ihre Daten aufhebt und wie lange, sagt Ihnen diese Website."'
      '}')::jsonb) t
  ON CONFLICT DO NOTHING;
EXCEPTION WHEN untranslatable_character OR feature_not_supported THEN
  NULL;  -- the database's encoding lacks these letters: a site that needs them adds what it can
END
$$;
