// Which pages become reports: each thing that loads something or says what is not of the list is refused, by name.
#include "worker/report_check.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

using harmony::worker::refusal_of;

namespace {

std::string page(const std::string &body, const std::string &head = "") {
  return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>x</title>" + head + "</head><body>" +
         body + "</body></html>";
}
std::string svg(const std::string &content) {
  return page("<figure><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">" + content +
              "</svg><figcaption>n = 5</figcaption></figure>");
}
std::string no_element(const std::string &name) { return "the report has an element that is not taken: " + name; }
std::string no_attribute(const std::string &name) { return "the report has an attribute that is not taken: " + name; }

}  // namespace

TEST(report_check, pages_of_the_list_pass) {
  EXPECT_EQ(refusal_of(page("")), "");
  EXPECT_EQ(refusal_of(page("<h1><bdi>Zoë &lt;script&gt; url(x) \\ 日本</bdi></h1><p class=\"made\">x</p>")), "");
  EXPECT_EQ(refusal_of(page(
                "<section id=\"a\"><h2>x</h2><table class=\"figures\"><caption>n</caption><thead><tr>"
                "<th scope=\"col\" colspan=\"2\">x</th></tr></thead><tbody><tr><td dir=\"auto\">y</td></tr></tbody>"
                "</table><p><a href=\"#a\" title=\"url(\">x</a><br/></p></section>")),
            "");
  EXPECT_EQ(refusal_of(page("<p style=\"width: 40%\">x</p>", "<style>@page { size: A4 } p { color: #555 }</style>")),
            "");
  EXPECT_EQ(refusal_of(page("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"url(\\\"/>")), "");
  EXPECT_EQ(
      refusal_of(svg(
          "<title>x</title><g transform=\"translate(1,2)\"><rect x=\"1\" fill=\"#0a58a6\"/>"
          "<path d=\"M0 0L1 1\" stroke-dasharray=\"2 1\"/><text dy=\".35em\" text-anchor=\"end\">url(x)</text></g>")),
      "");
}

TEST(report_check, elements_that_load_or_run) {
  for (const char *name : {"script", "iframe",   "link",     "object", "embed",  "base",    "meta",  "form",
                           "input",  "button",   "audio",    "video",  "source", "picture", "frame", "frameset",
                           "applet", "template", "noscript", "math",   "slot",   "svg",     "x"})
    EXPECT_EQ(refusal_of(page("<p><" + std::string(name) + "/></p>")), no_element(name));
  for (const char *name :
       {"script", "image", "use", "foreignObject", "style", "a", "animate", "set", "filter", "pattern", "mask",
        "feImage", "font-face-uri", "textPath", "switch", "marker", "linearGradient"})
    EXPECT_EQ(refusal_of(svg("<" + std::string(name) + "/>")), no_element(name));
  EXPECT_EQ(refusal_of(page("<link rel=\"attachment\" href=\"file:///etc/passwd\"/>")), no_element("link"));
  // Names count as they are, in their space.
  EXPECT_EQ(refusal_of(page("<SCRIPT/>")), no_element("SCRIPT"));
  EXPECT_EQ(refusal_of(page("<p xmlns=\"http://www.w3.org/1998/Math/MathML\"/>")), no_element("p"));
  EXPECT_EQ(refusal_of(page("<p xmlns=\"\"/>")), no_element("p"));
  EXPECT_EQ(refusal_of(page("<x:p xmlns:x=\"urn:x\"/>")), no_element("p"));
}

TEST(report_check, attributes) {
  for (const char *name : {"onclick", "onload", "srcset", "background", "data", "action", "poster", "cite", "ping",
                           "xlink", "srcdoc", "rel", "target", "http-equiv", "HREF"})
    EXPECT_EQ(refusal_of(page("<p " + std::string(name) + "=\"x\"/>")), no_attribute(name));
  for (const char *name : {"href", "style", "onload", "filter", "mask", "clip-path", "marker-end", "src"})
    EXPECT_EQ(refusal_of(svg("<rect " + std::string(name) + "=\"#x\"/>")), no_attribute(name));
  EXPECT_EQ(refusal_of(svg("<rect xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#x\"/>")),
            no_attribute("href"));
  EXPECT_EQ(refusal_of(page("<p xml:base=\"file:///\"/>")), no_attribute("base"));
}

TEST(report_check, addresses) {
  for (const char *address :
       {"file:///etc/passwd", "http://127.0.0.1/", "//x", "x.html", "", " #a", "javascript:1", "data:text/html,x"})
    EXPECT_EQ(refusal_of(page("<a href=\"" + std::string(address) + "\">x</a>")), "a link leads out of the report")
        << address;
  EXPECT_EQ(refusal_of(page("<p href=\"#a\">x</p>")), "a link leads out of the report");
  for (const char *address : {"file:///etc/passwd", "http://127.0.0.1/x.png", "x.png", "",
                              "data:image/svg+xml;base64,AAAA", "data:image/png,x", "data:image/png;base64,AA AA",
                              "data:image/png;base64,AA\nfile:", "DATA:image/png;base64,AAAA", "#a"})
    EXPECT_EQ(refusal_of(page("<img src=\"" + std::string(address) + "\" alt=\"\"/>")),
              "a picture is not part of the report")
        << address;
  EXPECT_EQ(refusal_of(page("<p src=\"data:image/png;base64,AAAA\"/>")), "a picture is not part of the report");
}

TEST(report_check, styles) {
  const std::vector<std::string> styles = {"p { background: url(file:///etc/passwd) }",
                                           "p { background: URL( 'x' ) }",
                                           "@import 'x';",
                                           "@IMPORT \"x\";",
                                           "@im\\70 ort 'x';",
                                           "p { background: u\\72l(x) }",
                                           "p { content: image('x') }",
                                           "p { background: image-set('x' 1x) }",
                                           "@font-face { src: src('x') }",
                                           "p { background: cross-fade(x) }",
                                           "&lt;/style&gt;&lt;img src='x'/&gt;",
                                           "<![CDATA[</style><img src='x'/>]]>",
                                           "@imp<!-- -->ort 'x';",
                                           "@imp<![CDATA[ort 'x']]>"};
  for (const std::string &style : styles)
    EXPECT_EQ(refusal_of(page("", "<style>" + style + "</style>")), "a style loads something") << style;
  EXPECT_EQ(refusal_of(page("<p style=\"background: url(x)\"/>")), "a style loads something");
  EXPECT_EQ(refusal_of(page("<p style=\"&#x62;ackground: u\\72 l(x)\"/>")), "a style loads something");
  EXPECT_EQ(refusal_of(svg("<rect fill=\"url(#x)\"/>")), "a style loads something");
  EXPECT_EQ(refusal_of(svg("<rect stroke=\"u\\72l(file:x)\"/>")), "a style loads something");
  EXPECT_EQ(refusal_of(page("", "<style>p {}<p/>@import 'x';</style>")), "a style holds an element");
}

TEST(report_check, what_is_no_page) {
  EXPECT_EQ(refusal_of("<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + page("&x;")),
            "the report declares a document type");
  EXPECT_EQ(refusal_of("<!doctype html>" + page("")).substr(0, 20), "the report is no XML");
  EXPECT_EQ(refusal_of("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + page("")), "the report has a declaration");
  EXPECT_EQ(refusal_of("<?xml-stylesheet href=\"file:///etc/passwd\"?>" + page("")),
            "the report has a processing instruction");
  EXPECT_EQ(refusal_of(page("<?php x ?>")), "the report has a processing instruction");
  EXPECT_EQ(refusal_of("<div xmlns=\"http://www.w3.org/1999/xhtml\"/>"), "the report is no page");
  EXPECT_EQ(refusal_of("<html><body/></html>"), no_element("html"));
  EXPECT_EQ(refusal_of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "the report is no page");
  for (const char *text :
       {"", " ", "x", "<html", "&nbsp;", "\xff\xfe", "<html xmlns=\"http://www.w3.org/1999/xhtml\"></html>x"})
    EXPECT_EQ(refusal_of(text).substr(0, 20), "the report is no XML") << text;
  EXPECT_EQ(refusal_of(page("<p>\x01</p>")).substr(0, 20), "the report is no XML");
  EXPECT_EQ(refusal_of(page("<p>\xc3</p>")).substr(0, 20), "the report is no XML");
  EXPECT_EQ(refusal_of(page(std::string("<p>\0</p>", 8))).substr(0, 20), "the report is no XML");
}

TEST(report_check, depth_and_length) {
  std::string deep, end;
  for (int n = 0; n < 198; ++n) deep += "<div>", end += "</div>";
  EXPECT_EQ(refusal_of(page(deep + end)), "");
  EXPECT_EQ(refusal_of(page(deep + "<p/>" + end)), "the report is nested too deep");
  std::string rows;
  for (int n = 0; n < 100000; ++n) rows += "<p>a row</p>";
  EXPECT_EQ(refusal_of(page(rows)), "");
  EXPECT_EQ(refusal_of(page("<" + std::string(1000, 'x') + "/>")), no_element(std::string(100, 'x')));
}
