"""Makes a PDF of a report's XHTML, or HTML that pandoc may read: report.py pdf|html IN OUT, in an empty folder.

What it takes is a list: elements and attributes that load nothing and run nothing. Anything else ends it with status 3,
as does XML that is none. WeasyPrint is given a fetcher that refuses whatever it is still asked for.
"""

import sys
import xml.etree.ElementTree as tree

REFUSED = 3
XHTML = "{http://www.w3.org/1999/xhtml}"
ELEMENTS = set(
    "html head title style body div section h1 h2 h3 h4 p span bdi strong em small br hr ul ol li dl dt dd"
    " table caption colgroup col thead tbody tfoot tr th td blockquote sub sup".split()
)
ATTRIBUTES = set("class id lang dir title style scope colspan rowspan span".split())


def refuse(why):
    sys.stderr.write(why + "\n")
    sys.exit(REFUSED)


def check_style(text):
    if any(word in (text or "").lower() for word in ("url(", "@import", "\\", "image(", "image-set(", "src(", "<")):
        refuse("a style loads something")  # "<": HTML writes the text of a style as it is, and it would be elements


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        refuse("the report declares a document type")
    try:
        root = tree.fromstring(text)
    except tree.ParseError as problem:
        refuse("the report is no XML: %s" % problem)
    for element in root.iter():
        name = element.tag[len(XHTML):] if element.tag.startswith(XHTML) else element.tag
        if name not in ELEMENTS:
            refuse("the report has an element that is not taken: %s" % name[:100])
        for attribute in element.attrib:
            if attribute not in ATTRIBUTES:
                refuse("the report has an attribute that is not taken: %s" % attribute[:100])
        check_style(element.get("style"))
        if name == "style":
            check_style(element.text)
        element.tag = name
    if root.tag != "html":
        refuse("the report is no page")
    return root


def as_html(root):
    return "<!DOCTYPE html>\n" + tree.tostring(root, encoding="unicode", method="html")


def fetch(url, *_, **__):
    raise ValueError("nothing is loaded")


def main(form, source, target):
    root = read(source)
    if form == "html":
        # The title is one of its own in DOCX; bars are nothing there, nor are styles.
        body = root.find("body")
        for parent in list(root.iter()):
            for style in parent.findall("style"):
                parent.remove(style)
        for heading in body.findall("h1")[:1]:
            body.remove(heading)
        with open(target, "w", encoding="utf-8") as file:
            file.write(as_html(root))
        return
    import weasyprint

    document = weasyprint.HTML(string=as_html(root), url_fetcher=fetch, base_url=None)
    document.write_pdf(target, variant="pdf/ua-1")


if __name__ == "__main__":
    main(*sys.argv[1:])
