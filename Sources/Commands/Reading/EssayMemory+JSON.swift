import Cards
import Reports

extension EssayMemory {
  /// The essay's passages and sections for programs; offsets count Unicode scalars.
  func json(deck: LoadedDeck) -> JSONValue {
    .object([
      JSONMember("deck", .string(deck.name)), JSONMember("essays", JSONValue(deck.file.header.sources)),
      JSONMember("passages", .array(passages.map(passage))),
      JSONMember("sections", .array(sections.map(\.json))),
      JSONMember("missing_passages", JSONValue(missing)),
    ])
  }

  private func passage(_ passage: Passage) -> JSONValue {
    .object(
      [
        JSONMember("start", JSONValue(passage.range.lowerBound)),
        JSONMember("end", JSONValue(passage.range.upperBound)), JSONMember("cards", JSONValue(passage.cards)),
      ] + passage.memory.members
    )
  }
}

extension EssayMemory.Section {
  fileprivate var json: JSONValue {
    let counts = Hold.allCases.map { JSONMember($0.rawValue, JSONValue(holds[$0] ?? 0)) }
    return .object(
      [
        JSONMember("section", JSONValue(path)), JSONMember("cards", JSONValue(memory.cards)),
        JSONMember("due", JSONValue(due)),
      ] + memory.members + [JSONMember("passages", .object(counts))]
    )
  }
}

extension PassageMemory {
  fileprivate var members: [JSONMember] {
    [
      JSONMember("seen", JSONValue(seen)), JSONMember("recall", JSONValue(recall)),
      JSONMember("hold", .string(hold.rawValue)),
    ]
  }
}
