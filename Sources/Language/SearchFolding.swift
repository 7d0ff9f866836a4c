/// The key under which a search finds a text: folded as answers are compared, but words stay apart.
///
/// Width, case, script (Traditional, Simplified), punctuation and numerals do not count. Spaces stay between
/// words that are written with them, so that `hear` is not found in `the art`; they go beside Chinese.
public func foldedForSearch(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for word in text.split(whereSeparator: \.isWhitespace) {
    let folded = foldedForComparison(String(word)).unicodeScalars
    guard let first = folded.first else { continue }
    if let last = result.last, last.isSpaced, first.isSpaced { result.append(" ") }
    result.append(contentsOf: folded)
  }
  return String(result)
}

/// The key under which a search finds characters as they stand: only width, case and script are folded.
///
/// It finds a character such as 一 also where `foldedForSearch` takes it for a number.
public func foldedForPlainSearch(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    let folded = foldedForLookup(scalar)
    if !folded.properties.isWhitespace {
      result.append(folded)
    } else if let last = result.last, last != " " {
      result.append(" ")
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether words of such characters are written with spaces between them.
  fileprivate var isSpaced: Bool { !isHan && displayWidth(of: self) < 2 }
}
