// Which pages become reports. WeasyPrint and pandoc load what a page names, a local file too; so a page is let pass
// that names nothing: elements and attributes of a list, no document type, pictures that are part of it.
#pragma once

#include <string>

namespace harmony::worker {

/// Why the XHTML of a report is refused, in one line; empty: it passes.
///
/// It passes if it is well-formed UTF-8 without a declaration, document type or processing instruction, at most 200
/// elements deep; its elements and attributes are of the lists here; href is "#…"; src is a PNG as data:; and no style,
/// nor any other attribute but words and ids, holds what CSS loads something by, or an escape of CSS.
std::string refusal_of(const std::string &xhtml);

}  // namespace harmony::worker
