import Cards
public import Study

/// An essay with how well each of its passages is remembered at a moment.
public struct EssayMemory: Sendable, Equatable {
  /// A passage of the essay.
  public struct Passage: Sendable, Equatable {
    /// Its first and behind its last scalar, as offsets into the essay.
    public let range: Range<Int>
    /// How well it is remembered.
    public let memory: PassageMemory
    /// The ids of its cards.
    public let cards: [String]
  }

  /// A section of the deck.
  public struct Section: Sendable, Equatable {
    /// The headings above its cards, outermost first; none for cards before the first heading.
    public let path: [String]
    /// How well it is remembered.
    public let memory: PassageMemory
    /// How many of its cards fall due by the end of the study day.
    public let due: Int
    /// How many of its passages have which hold.
    public let holds: [Hold: Int]
  }

  /// A stretch of the essay that belongs to one passage or to none.
  public struct Stretch: Sendable, Equatable {
    /// The text.
    public let text: String
    /// The passage, as an index of `passages`; nil between them.
    public let passage: Int?
    /// Whether the passage ends with it.
    public let isEnd: Bool
  }

  /// The passages that stand in the essay, by place.
  public let passages: [Passage]

  /// The sections in the order of the deck.
  public let sections: [Section]

  /// The essay, stretch by stretch; their texts together are the essay.
  public let stretches: [Stretch]

  /// How many passages of the deck do not stand in the essay.
  public let missing: Int

  /// Looks the cards' passages up in an essay; blanks and line ends do not count.
  ///
  /// - Parameters:
  ///   - essay: the text.
  ///   - cards: the deck's cards with their progress; retired ones are passed over.
  ///   - grading: the learner's scheduler.
  ///   - moment: now.
  public init(of essay: String, cards: [Candidate], grading: Grading, at moment: Moment) {
    let asked = cards.filter { !$0.card.isRetired }
    let recalls = asked.map { grading.retrievability(of: $0.progress, at: moment) }
    var order: [String] = []
    var found: [String: (memory: PassageMemory, cards: [String])] = [:]
    for (candidate, recall) in zip(asked, recalls) {
      guard let passage = candidate.card.passage, !passage.isEmpty else { continue }
      if found[passage] == nil { order.append(passage) }
      let isSeen = candidate.progress.repetitions > 0
      found[passage, default: (PassageMemory(), [])].memory.add(recall, isSeen: isSeen)
      found[passage]?.cards.append(candidate.card.id.text)
    }
    var map = PassageMap(essay)
    var placed: [Passage] = []
    for text in order {
      guard let entry = found[text], let range = map.range(of: text) else { continue }
      placed.append(Passage(range: range, memory: entry.memory, cards: entry.cards))
    }
    placed.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    passages = placed
    missing = order.count - placed.count
    stretches = map.stretches(placed.map(\.range))
    let search = CardSearch(.everything, grading: grading, at: moment)
    sections = Self.sections(of: asked, recalls, holds: found.mapValues(\.memory.hold), search: search)
  }

  private static func sections(
    of cards: [Candidate],
    _ recalls: [Double?],
    holds: [String: Hold],
    search: CardSearch
  ) -> [Section] {
    var order: [[String]] = []
    var memories: [[String]: PassageMemory] = [:]
    var due: [[String]: Int] = [:]
    var counts: [[String]: [Hold: Int]] = [:]
    var counted: Set<[String]> = []
    for (candidate, recall) in zip(cards, recalls) {
      let path = candidate.card.section
      if memories[path] == nil { order.append(path) }
      memories[path, default: PassageMemory()].add(recall, isSeen: candidate.progress.repetitions > 0)
      if search.isMet(.due, by: candidate) { due[path, default: 0] += 1 }
      guard let passage = candidate.card.passage, let hold = holds[passage] else { continue }
      if counted.insert(path + [passage]).inserted { counts[path, default: [:]][hold, default: 0] += 1 }
    }
    return order.compactMap { path in
      memories[path].map { Section(path: path, memory: $0, due: due[path] ?? 0, holds: counts[path] ?? [:]) }
    }
  }
}
