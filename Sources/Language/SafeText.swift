/// Text from outside, fit to be shown on a terminal or a page.
///
/// Drops characters that could steer a terminal or hide what is there: control, format (but the zero-width
/// joiners and variation selectors), surrogate, private-use and noncharacter code points, line and paragraph
/// separators. A tab becomes one space; so does a line break, unless line breaks are kept (as line feeds).
/// Every sink passes its foreign text through here.
public func safe(_ text: String, keepingNewlines: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var result = String.UnicodeScalarView()
  var afterReturn = false
  for scalar in text.unicodeScalars {
    defer { afterReturn = scalar == "\r" }
    switch scalar {
    case "\n" where afterReturn: continue
    case "\n", "\r": result.append(keepingNewlines ? "\n" : " ")
    case "\t": result.append(" ")
    default: if scalar.isSafe { result.append(scalar) }
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  fileprivate var isSafe: Bool {
    if isASCII { return value >= 0x20 && value != 0x7F }
    // Two joiners that words of some scripts, and emoji, are made with.
    if value == 0x200C || value == 0x200D { return true }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return false
    case .unassigned: return !properties.isNoncharacterCodePoint
    default: return true
    }
  }
}
