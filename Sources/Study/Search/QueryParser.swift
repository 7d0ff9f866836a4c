import Cards

extension CardQuery {
  /// Reads a query.
  ///
  /// Words stand for texts, and all must be found; `or` between two means either, `-` before one means not,
  /// parentheses group, quotation marks keep blanks together. `deck:`, `section:`, `tag:`, `kind:`, `is:`,
  /// `prop:` and `id:` (or `^`) ask for more than text. An empty query means every card.
  ///
  /// - Throws: what is wrong with it, and where; nothing is guessed.
  public init(parsing text: String) throws(QueryFailure) {
    guard text.utf8.count <= QueryParser.longest else { throw QueryFailure(at: 1, .tooLong) }
    var scanner = QueryScanner(text)
    var parser = QueryParser(try scanner.tokens())
    self = try parser.whole()
  }
}

/// Reads the pieces of a query by recursive descent: `or` binds weaker than standing side by side, `-` strongest.
private struct QueryParser {
  static let longest = 16_384
  private static let deepest = 64

  let tokens: [QueryToken]
  private var index = 0
  private var depth = 0

  init(_ tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private var current: QueryToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  mutating func whole() throws(QueryFailure) -> CardQuery {
    guard current != nil else { return .everything }
    let query = try either()
    if let rest = current { throw QueryFailure(at: rest.position, .strayParenthesis) }
    return query
  }

  private mutating func either() throws(QueryFailure) -> CardQuery {
    var parts = [try sequence()]
    while let token = current, token.kind == .or {
      index += 1
      guard current.map({ $0.kind != .close && $0.kind != .or }) ?? false else {
        throw QueryFailure(at: token.position, .nothingAfter("or"))
      }
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func sequence() throws(QueryFailure) -> CardQuery {
    var parts: [CardQuery] = []
    while let token = current {
      switch token.kind {
      case .and:
        guard !parts.isEmpty else { throw QueryFailure(at: token.position, .nothingBefore("and")) }
        index += 1
        guard current.map({ $0.kind != .close && $0.kind != .or && $0.kind != .and }) ?? false else {
          throw QueryFailure(at: token.position, .nothingAfter("and"))
        }
      case .or:
        guard !parts.isEmpty else { throw QueryFailure(at: token.position, .nothingBefore("or")) }
        return parts.count == 1 ? parts[0] : .all(parts)
      case .close:
        guard !parts.isEmpty else { throw QueryFailure(at: token.position, .strayParenthesis) }
        return parts.count == 1 ? parts[0] : .all(parts)
      case .open, .minus, .term: parts.append(try factor(token))
      }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor(_ token: QueryToken) throws(QueryFailure) -> CardQuery {
    index += 1
    switch token.kind {
    case .minus:
      // A dash that stands alone is no negation, and guessing what it was meant for would be one.
      guard let next = current, next.position == token.position + 1, next.kind != .close else {
        throw QueryFailure(at: token.position, .nothingAfter("-"))
      }
      return .not(try deeper(at: token) { parser throws(QueryFailure) in try parser.factor(next) })
    case .open:
      guard let next = current else { throw QueryFailure(at: token.position, .openParenthesis) }
      guard next.kind != .close else { throw QueryFailure(at: token.position, .nothingAfter("(")) }
      let inner = try deeper(at: token) { parser throws(QueryFailure) in try parser.either() }
      guard current?.kind == .close else { throw QueryFailure(at: token.position, .openParenthesis) }
      index += 1
      return inner
    case .term(let key, let value): return try QueryTerm(token, key: key, value: value).query()
    case .close: throw QueryFailure(at: token.position, .strayParenthesis)
    case .or, .and: throw QueryFailure(at: token.position, .nothingBefore(token.kind == .or ? "or" : "and"))
    }
  }

  private mutating func deeper(
    at token: QueryToken,
    _ body: (inout QueryParser) throws(QueryFailure) -> CardQuery
  ) throws(QueryFailure) -> CardQuery {
    guard depth < QueryParser.deepest else { throw QueryFailure(at: token.position, .tooDeep) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}

/// One word of a query.
private struct QueryTerm {
  let token: QueryToken
  let key: String?
  let value: String

  init(_ token: QueryToken, key: String?, value: String) {
    self.token = token
    self.key = key
    self.value = value
  }

  private func failure(_ reason: QueryFailure.Reason) -> QueryFailure {
    QueryFailure(at: token.valuePosition, reason)
  }

  func query() throws(QueryFailure) -> CardQuery {
    guard let key else {
      if value.hasPrefix("^") { return .card(try id(String(value.dropFirst()))) }
      let text = CardQuery.text(SearchText(value))
      return CardID(value).map { .any([.card($0), text]) } ?? text
    }
    let known = ["deck", "section", "tag", "kind", "is", "prop", "id"]
    guard known.contains(key) else { throw QueryFailure(at: token.position, .unknownKey(key)) }
    guard !value.isEmpty, value != "=" else { throw failure(.missingValue(key: key)) }
    switch key {
    case "deck": return .deck(name)
    case "section": return .section(name)
    case "tag": return .tag(SearchText(value.hasPrefix("#") ? String(value.dropFirst()) : value))
    case "kind":
      guard let kind = CardKind(rawValue: value.lowercased()) else { throw failure(.unknownKind(value)) }
      return .kind(kind)
    case "is":
      guard let state = CardCondition(rawValue: value.lowercased()) else {
        throw failure(.unknownState(value))
      }
      return .state(state)
    case "id": return .card(try id(value.hasPrefix("^") ? String(value.dropFirst()) : value))
    default: return try property()
    }
  }

  private var name: SearchName {
    value.hasPrefix("=") ? SearchName(String(value.dropFirst()), isWhole: true) : SearchName(value)
  }

  private func id(_ text: String) throws(QueryFailure) -> CardID {
    guard let id = CardID(text.lowercased()) else { throw failure(.notID(text)) }
    return id
  }

  private func property() throws(QueryFailure) -> CardQuery {
    let marks: Set<Character> = ["<", ">", "=", "!"]
    let name = String(value.prefix { !marks.contains($0) })
    guard let property = CardProperty(rawValue: name.lowercased()) else {
      throw failure(.unknownProperty(name))
    }
    let rest = value.dropFirst(name.count)
    let sign = String(rest.prefix { marks.contains($0) })
    guard let comparison = Comparison(rawValue: sign) else {
      throw QueryFailure(at: token.valuePosition + name.count, .missingComparison(name))
    }
    let text = String(rest.dropFirst(sign.count))
    let isPercent = text.hasSuffix("%") && property == .retrievability
    guard let number = Double(isPercent ? String(text.dropLast()) : text), number.isFinite else {
      throw QueryFailure(at: token.valuePosition + name.count + sign.count, .notNumber(text))
    }
    return .property(property, comparison, isPercent ? number / 100 : number)
  }
}
