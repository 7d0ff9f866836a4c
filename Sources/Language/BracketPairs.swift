/// The quotation marks and brackets of a range that belong together.
///
/// A mark without a partner is none. Linear: a closing mark that does not fit the innermost open one is
/// looked for among the few that are open.
struct BracketPairs {
  /// Deeper nesting than this is not text; the outer marks are forgotten.
  private static let deepest = 8

  private var closes: [Int: Int] = [:]

  init(_ text: SourceText, _ range: Range<Int>) {
    var open: [(mark: Unicode.Scalar, place: Int)] = []
    for place in range {
      let scalar = text.scalars[place]
      if scalar == "\"" {
        toggle(&open, place: place)
      } else if scalar.opensBracket {
        if open.count == Self.deepest { open.removeFirst() }
        open.append((scalar, place))
      } else if let opening = scalar.openingPartner,
        let match = open.lastIndex(where: { $0.mark == opening })
      {
        closes[open[match].place] = place
        open.removeSubrange(match...)
      }
    }
  }

  private mutating func toggle(_ open: inout [(mark: Unicode.Scalar, place: Int)], place: Int) {
    if let match = open.lastIndex(where: { $0.mark == "\"" }) {
      closes[open[match].place] = place
      open.removeSubrange(match...)
    } else {
      if open.count == Self.deepest { open.removeFirst() }
      open.append(("\"", place))
    }
  }

  /// Where the bracket that opens at a place closes; `nil` when none opens there, or it never closes.
  func close(of place: Int) -> Int? {
    closes[place]
  }
}

extension Unicode.Scalar {
  /// A mark that opens a quotation, a title or a parenthesis; `'` and `"` are not told apart from closing.
  var opensBracket: Bool {
    switch self {
    case "“", "‘", "「", "『", "《", "〈", "（", "(", "【", "〔", "［", "[", "｛", "{", "﹁", "﹃", "〖", "«": true
    default: false
    }
  }

  /// The opening mark of a closing one.
  var openingPartner: Unicode.Scalar? {
    switch self {
    case "”": "“"
    case "’": "‘"
    case "」": "「"
    case "』": "『"
    case "》": "《"
    case "〉": "〈"
    case "）": "（"
    case ")": "("
    case "】": "【"
    case "〕": "〔"
    case "］": "［"
    case "]": "["
    case "｝": "｛"
    case "}": "{"
    case "﹂": "﹁"
    case "﹄": "﹃"
    case "〗": "〖"
    case "»": "«"
    default: nil
    }
  }

  /// A mark that closes a quotation, a title or a parenthesis.
  var closesBracket: Bool {
    self == "\"" || self == "'" || openingPartner != nil
  }

  /// A mark that ends a sentence wherever it stands (the ASCII full stop does not).
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "．", "｡", "‼", "⁇", "⁈", "⁉": true
    default: false
    }
  }
}
