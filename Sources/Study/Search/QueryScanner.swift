import Language

/// A piece of a query with the character at which it begins, counted from 1.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    case open
    case close
    case minus
    case or
    case and
    /// A word or a quoted text; `key` is what stands before its first colon outside of quotes.
    case term(key: String?, value: String)
  }

  let kind: Kind
  let position: Int

  /// Where the value of a term begins, for messages about it.
  let valuePosition: Int
}

/// Cuts a query into its pieces.
///
/// Full-width marks and Chinese quotation marks count as their ASCII counterparts, as input methods write them.
struct QueryScanner {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// All pieces.
  mutating func tokens() throws(QueryFailure) -> [QueryToken] {
    var tokens: [QueryToken] = []
    while let token = try next() { tokens.append(token) }
    return tokens
  }

  /// The mark at a place, in ASCII; nil at the end.
  private func mark(at place: Int) -> Character? {
    guard characters.indices.contains(place) else { return nil }
    switch characters[place] {
    case "“", "”", "「", "」", "＂": return "\""
    case "−": return "-"
    default:
      let scalars = characters[place].unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first, (0xFF01...0xFF5E).contains(scalar.value) else {
        return characters[place]
      }
      return Character(foldedForLookup(scalar))
    }
  }

  private mutating func next() throws(QueryFailure) -> QueryToken? {
    while let character = mark(at: index), character.isWhitespace { index += 1 }
    let start = index
    switch mark(at: index) {
    case nil: return nil
    case "("?: return single(.open)
    case ")"?: return single(.close)
    case "-"?: return single(.minus)
    default: return try term(from: start)
    }
  }

  private mutating func single(_ kind: QueryToken.Kind) -> QueryToken {
    index += 1
    return QueryToken(kind: kind, position: index, valuePosition: index)
  }

  private mutating func term(from start: Int) throws(QueryFailure) -> QueryToken {
    var key: String?
    var value = ""
    var valueStart = start
    var isPlain = true
    while let character = mark(at: index), !character.isWhitespace, character != "(", character != ")" {
      switch character {
      case "\"":
        isPlain = false
        value += try quoted()
      case "\\" where index + 1 < characters.count:
        isPlain = false
        value.append(characters[index + 1])
        index += 2
      case ":" where key == nil && isPlain:
        key = value.lowercased()
        value = ""
        index += 1
        valueStart = index
      default:
        // Behind a key marks such as ＞ count as ASCII; a text to be found is folded later.
        value.append(key == nil ? characters[index] : character)
        index += 1
      }
    }
    return QueryToken(
      kind: isPlain && key == nil ? word(value) : .term(key: key, value: value),
      position: start + 1,
      valuePosition: valueStart + 1
    )
  }

  private func word(_ value: String) -> QueryToken.Kind {
    switch value.lowercased() {
    case "or", "或": .or
    case "and", "且": .and
    default: .term(key: nil, value: value)
    }
  }

  /// The text up to the closing quotation mark; `\` takes the next character as it is.
  private mutating func quoted() throws(QueryFailure) -> String {
    let start = index
    var text = ""
    index += 1
    while let character = mark(at: index) {
      if character == "\"" {
        index += 1
        return text
      }
      if character == "\\", index + 1 < characters.count { index += 1 }
      text.append(characters[index])
      index += 1
    }
    throw QueryFailure(at: start + 1, .openQuote)
  }
}
