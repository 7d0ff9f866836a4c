import Foundation

/// The key under which two answers are the same.
///
/// NFKC, width, case and script (Traditional, Simplified) folded; punctuation, spacing and invisible characters
/// removed. Marks that carry meaning stay: a decimal point, a slash, a colon or a dash between digits, a minus
/// before a number, `%` and `‰` after one, `#` after a letter, and all mathematical and currency symbols.
/// Chinese numerals become digits (``foldNumerals``). An answer that is nothing but punctuation keeps it.
public func foldedForComparison(_ text: String) -> String {
  let compatible = text.precomposedStringWithCompatibilityMapping.lowercased()
  let scalars = compatible.unicodeScalars.map { foldedForLookup($0) }
  var kept: [Unicode.Scalar] = []
  for (place, scalar) in scalars.enumerated() {
    let before = place > 0 ? scalars[place - 1] : nil
    let after = place + 1 < scalars.count ? scalars[place + 1] : nil
    if let mark = scalar.comparable(before: before, after: after) { kept.append(mark) }
  }
  let result = String(String.UnicodeScalarView(foldNumerals(kept)))
  return result.isEmpty ? compatible.trimmingCharacters(in: .whitespacesAndNewlines) : result
}

extension Unicode.Scalar {
  /// What stays of a character when answers are compared; `nil` for nothing.
  fileprivate func comparable(before: Unicode.Scalar?, after: Unicode.Scalar?) -> Unicode.Scalar? {
    if isASCIILetter || isDigit || isHan { return self }
    let isAfterDigit = before?.isDigit == true
    let isBeforeDigit = after?.isDigit == true
    switch self {
    case ".", "/", ":": return isAfterDigit && isBeforeDigit ? self : nil
    case "-", "‐", "‑", "‒", "–", "—", "−", "~", "〜":
      if isAfterDigit && isBeforeDigit { return "-" }
      return isBeforeDigit && (before == nil || before?.isSpace == true) && self != "~" ? "-" : nil
    case "%", "‰": return isAfterDigit || before?.isChineseNumeral == true ? self : nil
    case "#": return before?.isASCIILetter == true ? self : nil
    default: break
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
      .format:
      return nil
    default:
      return properties.isVariationSelector ? nil : self
    }
  }
}
