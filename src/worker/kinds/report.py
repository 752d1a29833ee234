"""Makes a PDF of a report's XHTML, or HTML that pandoc may read: report.py pdf|html IN OUT, in an empty folder.

The page has passed the check of harmonyd (report_check.cpp). WeasyPrint is given a fetcher that refuses whatever it is still asked
for; pandoc is given charts as PNG, made by rsvg-convert.
"""

import base64
import subprocess
import sys
import xml.etree.ElementTree as tree

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PNG = "data:image/png;base64,"
ZOOM = "2"  # of a chart's pixels


def read(path):
    with open(path, encoding="utf-8") as file:
        return tree.fromstring(file.read())


def as_html(root):
    for element in root.iter():
        element.tag = element.tag.split("}")[-1]
    return "<!DOCTYPE html>\n" + tree.tostring(root, encoding="unicode", method="html")


def fetch(url, *_, **__):
    if not url.startswith(PNG):
        raise ValueError("nothing is loaded")
    return {"string": base64.b64decode(url[len(PNG):]), "mime_type": "image/png"}


def as_picture(chart, name):
    """A paragraph with the chart as PNG, a file of that name beside the page."""
    tree.register_namespace("", SVG[1:-1])
    with open(name, "wb") as file:
        subprocess.run(["rsvg-convert", "--zoom=" + ZOOM, "--format=png"], input=tree.tostring(chart), stdout=file, check=True)
    sides = {side: chart.get(side) for side in ("width", "height") if chart.get(side)}  # in pixels of the page, not of the picture
    paragraph = tree.Element(XHTML + "p")
    tree.SubElement(paragraph, XHTML + "img", {"src": name, "alt": chart.get("aria-label", ""), **sides})
    return paragraph


def for_pandoc(root):
    """Styles are nothing there, the title is one of its own, bars stand beside the figures that they show, and charts are pictures. A
    figure is none any more: pandoc would take its caption for the picture's words."""
    body = root.find(XHTML + "body")
    for heading in body.findall(XHTML + "h1")[:1]:
        body.remove(heading)
    pictures = 0
    for parent in list(root.iter()):
        parent.tag = {XHTML + "figure": XHTML + "div", XHTML + "figcaption": XHTML + "p"}.get(parent.tag, parent.tag)
        for style in parent.findall(XHTML + "style"):
            parent.remove(style)
        for place, chart in enumerate(list(parent)):
            if chart.tag != SVG + "svg":
                continue
            if chart.get("class") == "bar":
                parent[place] = tree.Element(XHTML + "span")
            else:
                pictures += 1
                parent[place] = as_picture(chart, "chart%d.png" % pictures)
            parent[place].tail = chart.tail


def main(form, source, target):
    root = read(source)
    if form == "html":
        for_pandoc(root)
        with open(target, "w", encoding="utf-8") as file:
            file.write(as_html(root))
        return
    import weasyprint

    document = weasyprint.HTML(string=as_html(root), url_fetcher=fetch, base_url=None)
    document.write_pdf(target, variant="pdf/ua-1")


if __name__ == "__main__":
    main(*sys.argv[1:])
