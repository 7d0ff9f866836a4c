import Cards

/// What a ranker may know of a key point: numbers with names, the same for every text.
///
/// The order of `names` is the order of the weights; a change here asks for a new fit (`Scripts/ranker`).
struct Features: Sendable {
  /// The indices of the features that hold, with their values.
  private(set) var values: [(index: Int, value: Double)] = []

  init(_ point: KeyPoint, in view: SentenceView) {
    guard let answer = point.answers.first else { return }
    let essay = view.essay
    let units = essay.units(in: answer)
    let tokens = view.tokens(in: answer)
    set(.family(point.family))
    set(.length(Self.lengthClass(units)))
    set(.strength, point.strength)
    if let first = tokens.first { set(.firstTag(first.tag)) }
    if let last = tokens.last { set(.lastTag(last.tag)) }
    set(.before(neighbour(endingAt: answer.lowerBound, view)))
    set(.after(neighbour(startingAt: answer.upperBound, view)))
    if let clause = view.clauseIndex(at: answer.lowerBound) {
      let range = view.clauses[clause].range
      if answer.upperBound == range.upperBound { set(.endsClause) }
      if answer.lowerBound == range.lowerBound { set(.opensClause) }
      if clause == 0 { set(.firstClause) }
      if clause == view.clauses.count - 1 { set(.lastClause) }
    }
    if essay.keys[answer].contains(where: Characters.isDigit) { set(.digits) }
    if view.pairs.contains(where: { $0.inside == answer }) { set(.quoted) }
    if tokens.contains(where: { $0.tag == .name || $0.tag == .place }) { set(.named) }
    if tokens.contains(where: { $0.tag == .verb }) { set(.holdsVerb) }
    if tokens.contains(where: { $0.tag == .particle }) { set(.holdsParticle) }
    if tokens.contains(where: { $0.tag == .pronoun }) { set(.holdsPronoun) }
    if tokens.count == 1 { set(.singleWord) }
    if view.script == .chinese, tokens.contains(where: { $0.frequency < 20 && $0.tag.isContent }) {
      set(.rareWord)
    }
    set(.share, Double(units) / Double(max(1, essay.units(in: view.range))))
  }

  private mutating func set(_ feature: Feature, _ value: Double = 1) {
    values.append((feature.index, value))
  }

  private static func lengthClass(_ units: Int) -> Int {
    switch units {
    case ...1: 0
    case 2...3: 1
    case 4...5: 2
    case 6...8: 3
    case 9...12: 4
    case 13...18: 5
    default: 6
    }
  }

  private func neighbour(endingAt offset: Int, _ view: SentenceView) -> Tag {
    var offset = offset
    while offset > view.range.lowerBound, Characters.isSpace(view.essay.keys[offset - 1]) { offset -= 1 }
    guard offset > view.range.lowerBound else { return .punctuation }
    return view.token(endingAt: offset).map { view.tokens[$0].tag } ?? .punctuation
  }

  private func neighbour(startingAt offset: Int, _ view: SentenceView) -> Tag {
    var offset = offset
    while offset < view.range.upperBound, Characters.isSpace(view.essay.keys[offset]) { offset += 1 }
    guard offset < view.range.upperBound else { return .punctuation }
    return view.token(startingAt: offset).map { view.tokens[$0].tag } ?? .punctuation
  }
}

/// One thing a ranker may know.
enum Feature {
  case family(KeyPointFamily)
  case length(Int)
  case firstTag(Tag)
  case lastTag(Tag)
  case before(Tag)
  case after(Tag)
  case strength
  case share
  case endsClause
  case opensClause
  case firstClause
  case lastClause
  case digits
  case quoted
  case named
  case holdsVerb
  case holdsParticle
  case holdsPronoun
  case singleWord
  case rareWord

  var name: String {
    switch self {
    case .family(let family): "family." + family.rawValue
    case .length(let length): "length.\(length)"
    case .firstTag(let tag): "first.\(tag.rawValue)"
    case .lastTag(let tag): "last.\(tag.rawValue)"
    case .before(let tag): "before.\(tag.rawValue)"
    case .after(let tag): "after.\(tag.rawValue)"
    case .strength: "strength"
    case .share: "share"
    case .endsClause: "endsClause"
    case .opensClause: "opensClause"
    case .firstClause: "firstClause"
    case .lastClause: "lastClause"
    case .digits: "digits"
    case .quoted: "quoted"
    case .named: "named"
    case .holdsVerb: "holdsVerb"
    case .holdsParticle: "holdsParticle"
    case .holdsPronoun: "holdsPronoun"
    case .singleWord: "singleWord"
    case .rareWord: "rareWord"
    }
  }

  /// All names in the order of the weights.
  static let names: [String] = {
    var all: [Feature] = KeyPointFamily.allCases.map { .family($0) }
    all += (0...6).map { .length($0) }
    for tag in Tag.allCases { all += [.firstTag(tag), .lastTag(tag), .before(tag), .after(tag)] }
    all += [
      .strength, .share, .endsClause, .opensClause, .firstClause, .lastClause, .digits, .quoted, .named,
      .holdsVerb,
      .holdsParticle, .holdsPronoun, .singleWord, .rareWord,
    ]
    return all.map(\.name)
  }()

  /// The place of the feature in `names`.
  var index: Int {
    let lengths = KeyPointFamily.allCases.count
    let tags = lengths + 7
    let flags = tags + 4 * Tag.allCases.count
    switch self {
    case .family(let family): return family.number
    case .length(let length): return lengths + length
    case .firstTag(let tag): return tags + 4 * Int(tag.rawValue)
    case .lastTag(let tag): return tags + 4 * Int(tag.rawValue) + 1
    case .before(let tag): return tags + 4 * Int(tag.rawValue) + 2
    case .after(let tag): return tags + 4 * Int(tag.rawValue) + 3
    case .strength: return flags
    case .share: return flags + 1
    case .endsClause: return flags + 2
    case .opensClause: return flags + 3
    case .firstClause: return flags + 4
    case .lastClause: return flags + 5
    case .digits: return flags + 6
    case .quoted: return flags + 7
    case .named: return flags + 8
    case .holdsVerb: return flags + 9
    case .holdsParticle: return flags + 10
    case .holdsPronoun: return flags + 11
    case .singleWord: return flags + 12
    case .rareWord: return flags + 13
    }
  }
}
