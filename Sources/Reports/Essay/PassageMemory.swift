/// How well something is remembered now.
public enum Hold: String, Sendable, CaseIterable {
  /// The chance of recall is 90 % or more.
  case firm
  /// It is 70 % or more.
  case fading
  /// It is less.
  case slipping
  /// It was learnt, but the scheduler knows no chance of recall.
  case learnt
  /// None of its cards was learnt yet.
  case new

  /// The hold at a chance of recall, 0…1; nil where there is none.
  init(recall: Double?) {
    switch recall {
    case nil: self = .new
    case let recall? where recall >= 0.9: self = .firm
    case let recall? where recall >= 0.7: self = .fading
    case .some: self = .slipping
    }
  }
}

/// How well a stretch of an essay is remembered: what its cards say together.
public struct PassageMemory: Sendable, Equatable {
  /// Its cards, by the deck's order; retired ones do not count.
  public private(set) var cards = 0

  /// Those that were learnt.
  public private(set) var seen = 0

  private var sum = 0.0
  private var known = 0

  /// Nothing yet.
  init() {}

  /// Takes a card's chance of recall; nil where the scheduler knows none.
  mutating func add(_ recall: Double?, isSeen: Bool) {
    cards += 1
    guard isSeen else { return }
    seen += 1
    guard let recall else { return }
    known += 1
    sum += recall
  }

  /// The mean chance of recall of the cards that were learnt, 0…1; nil where none was.
  public var recall: Double? { known > 0 ? sum / Double(known) : nil }

  /// The same in a word.
  public var hold: Hold { seen > 0 && recall == nil ? .learnt : Hold(recall: recall) }
}
