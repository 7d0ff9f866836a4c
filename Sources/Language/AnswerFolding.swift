import Foundation

/// The key under which two answers are the same.
///
/// NFKC, width, case and script (Traditional, Simplified) folded; punctuation, spacing and invisible characters
/// removed. Marks that carry meaning stay: a point, slash, colon or dash between digits, a minus before a
/// number, `%` and `‰` after one, `#` after a letter, mathematical and currency symbols. Chinese numerals become
/// digits where that is unambiguous (四 = 4, 三个 = 3个, 百分之十二 = 12%; the rule stands at `foldNumerals`).
/// An answer that is nothing but punctuation keeps it.
public func foldedForComparison(_ text: String) -> String {
  let compatible = (plainNFKC(text) ?? text.precomposedStringWithCompatibilityMapping).lowercased()
  var scalars: [Unicode.Scalar] = []
  for scalar in compatible.unicodeScalars where !scalar.isSpace && !scalar.isInvisible {
    let folded: Unicode.Scalar = scalar.isDash ? "-" : scalar == "⁄" ? "/" : foldedForLookup(scalar)
    if folded != "-" || scalars.last != "-" { scalars.append(folded) }
  }
  var kept: [Unicode.Scalar] = []
  for (place, scalar) in scalars.enumerated() {
    let before = place > 0 ? scalars[place - 1] : nil
    let after = place + 1 < scalars.count ? scalars[place + 1] : nil
    if scalar.isComparable(before: before, after: after) { kept.append(scalar) }
  }
  let result = kept.isEmpty ? scalars : foldNumerals(kept)
  var view = String.UnicodeScalarView()
  view.append(contentsOf: result)
  return String(view)
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    // Below the combining marks there is no variation selector, and of format characters the soft hyphen alone.
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD }
    if (0x3041...0x9FFF).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format: true
    default: properties.isVariationSelector
    }
  }

  /// A dash, hyphen, minus or wave dash.
  fileprivate var isDash: Bool {
    switch self {
    case "-", "‐", "‑", "‒", "–", "—", "―", "−", "~", "〜", "─": true
    default: false
    }
  }

  /// Whether a character counts when answers are compared, between its neighbours.
  fileprivate func isComparable(before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
    if isASCIILetter || isDigit || isHan { return true }
    if self == "," || self == "'" || self == "。" { return false }
    let isAfterDigit = before?.isDigit == true
    let isBeforeDigit = after?.isDigit == true
    switch self {
    case ".", "/", ":": return isAfterDigit && isBeforeDigit
    case "-":
      let isAfterWord = before.map { $0.isLetter || $0.isHan } ?? false
      return isBeforeDigit && !isAfterWord
    case "%", "‰": return isAfterDigit || before?.isChineseNumeral == true
    case "#": return before?.isASCIILetter == true
    default: break
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return false
    default:
      return true
    }
  }
}
