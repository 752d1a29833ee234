#include "worker/report_check.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <memory>
#include <set>
#include <string_view>
#include <type_traits>

#include <expat.h>

namespace harmony::worker {

namespace {

using names = std::set<std::string_view>;

constexpr char separator = ' ';
constexpr std::string_view xhtml_space = "http://www.w3.org/1999/xhtml", svg_space = "http://www.w3.org/2000/svg";
constexpr std::size_t deepest = 200;

const names html_elements = {
    "html",  "head", "title", "style",      "body",   "div",     "section",    "h1",  "h2",    "h3",    "h4",
    "p",     "span", "bdi",   "strong",     "em",     "a",       "small",      "br",  "hr",    "ul",    "ol",
    "li",    "dl",   "dt",    "dd",         "table",  "caption", "colgroup",   "col", "thead", "tbody", "tr",
    "tfoot", "th",   "td",    "blockquote", "figure", "img",     "figcaption", "sub", "sup"};
const names html_attributes = {"class",   "id",   "lang", "dir", "title", "style", "scope",     "colspan",
                               "rowspan", "span", "alt",  "src", "href",  "role",  "aria-label"};
const names svg_elements = {"svg",    "g",       "rect", "line",  "path",  "polyline", "polygon",
                            "circle", "ellipse", "text", "tspan", "title", "desc"};
const names svg_attributes = {"viewBox",
                              "width",
                              "height",
                              "x",
                              "y",
                              "x1",
                              "y1",
                              "x2",
                              "y2",
                              "dx",
                              "dy",
                              "cx",
                              "cy",
                              "r",
                              "rx",
                              "ry",
                              "d",
                              "points",
                              "transform",
                              "fill",
                              "fill-opacity",
                              "stroke",
                              "stroke-width",
                              "stroke-dasharray",
                              "stroke-linejoin",
                              "stroke-linecap",
                              "opacity",
                              "font-size",
                              "font-family",
                              "font-weight",
                              "text-anchor",
                              "class",
                              "id",
                              "role",
                              "lang",
                              "aria-label"};
/// Attributes that nothing but a reader reads.
const names words = {"id", "lang", "title", "alt", "aria-label"};

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// Whether CSS could load something by it, or hides by escapes what it says. "<": HTML writes a style as it is, so that
/// what follows would be elements.
bool loads(std::string_view style) {
  std::string text(style);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const char *word : {"url(", "@import", "image(", "image-set(", "cross-fade(", "src(", "\\", "<"})
    if (text.find(word) != std::string::npos) return true;
  return false;
}

bool is_png(std::string_view source) {
  constexpr std::string_view beginning = "data:image/png;base64,";
  return begins_with(source, beginning) &&
         std::all_of(source.begin() + beginning.size(), source.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '/' || c == '='; });
}

std::string shown(std::string_view name) {
  std::string text(name.substr(name.find(separator) == name.npos ? 0 : name.find(separator) + 1).substr(0, 100));
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
  return text;
}

/// The name if it is in this space, else nothing.
std::string_view in_space(std::string_view name, std::string_view space) {
  return begins_with(name, space) && name.size() > space.size() && name[space.size()] == separator
             ? name.substr(space.size() + 1)
             : std::string_view();
}

class page {
 public:
  page() {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), open, close);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    XML_SetXmlDeclHandler(parser_.get(), [](void *self, const char *, const char *, int) {
      of(self).refuse("the report has a declaration");
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void *self, const char *, const char *, const char *, int) {
      of(self).refuse("the report declares a document type");
    });
    XML_SetProcessingInstructionHandler(parser_.get(), [](void *self, const char *, const char *) {
      of(self).refuse("the report has a processing instruction");
    });
  }

  std::string refusal(const std::string &text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return "the report is too large";
    const XML_Status status = XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (refusal_.empty() && status != XML_STATUS_OK)
      refusal_ = std::string("the report is no XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())) +
                 " in line " + std::to_string(XML_GetCurrentLineNumber(parser_.get()));
    return refusal_;
  }

 private:
  static page &of(void *self) { return *static_cast<page *>(self); }

  void refuse(const std::string &why) {
    if (!refusal_.empty()) return;
    refusal_ = why;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  static void open(void *self, const char *name, const char **attributes) {
    page &page = of(self);
    const std::string_view html = in_space(name, xhtml_space), svg = in_space(name, svg_space);
    if (html_elements.count(html) == 0 && svg_elements.count(svg) == 0)
      return page.refuse("the report has an element that is not taken: " + shown(name));
    if (page.is_style_) return page.refuse("a style holds an element");
    if (page.depth_ == 0 && html != "html") return page.refuse("the report is no page");
    if (++page.depth_ > deepest) return page.refuse("the report is nested too deep");
    page.is_style_ = html == "style";
    const names &taken = html.empty() ? svg_attributes : html_attributes;
    for (; *attributes != nullptr; attributes += 2) page.check(html, taken, attributes[0], attributes[1]);
  }

  void check(std::string_view element, const names &taken, std::string_view name, std::string_view value) {
    if (taken.count(name) == 0)
      refuse("the report has an attribute that is not taken: " + shown(name));
    else if (name == "href" && (element != "a" || !begins_with(value, "#")))
      refuse("a link leads out of the report");
    else if (name == "src" && (element != "img" || !is_png(value)))
      refuse("a picture is not part of the report");
    else if (words.count(name) == 0 && name != "href" && name != "src" && loads(value))
      refuse("a style loads something");
  }

  static void close(void *self, const char *) {
    page &page = of(self);
    --page.depth_;
    if (page.is_style_ && loads(page.style_)) page.refuse("a style loads something");
    page.is_style_ = false;
    page.style_.clear();
  }

  static void characters(void *self, const char *text, int length) {
    if (of(self).is_style_) of(self).style_.append(text, static_cast<std::size_t>(length));
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_{
      XML_ParserCreateNS("UTF-8", separator), XML_ParserFree};
  std::string refusal_, style_;
  std::size_t depth_ = 0;
  bool is_style_ = false;
};

}  // namespace

std::string refusal_of(const std::string &xhtml) { return page().refusal(xhtml); }

}  // namespace harmony::worker
