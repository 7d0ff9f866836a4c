/// A number that a ranker may know of a key point.
enum Measure: Int, Sendable, CaseIterable {
  case strength
  /// How much stronger the strongest point of the sentence is.
  case behind
  /// The answer's share of the sentence, and where in it the answer begins, 0…1.
  case share, place
  case endsClause, opensClause, wholeClause, firstClause, lastClause
  /// The clause only sets the scene for another: 如果…, 随着…, 为了….
  case waiting
  case digits, quoted, named, holdsVerb, holdsParticle, holdsPronoun, holdsPause, singleWord, rareWord
  /// 一种, 一些 or 各种 stand first.
  case vague
  /// How often the essay uses the answer's most frequent term, and its rarest, 0…1.
  case frequent, seldom
  /// Whether a term of the answer stands in the heading above, in any heading, and how many stand here first.
  case inHeading, inHeadings, fresh
  /// How many other points of the sentence share words with this one, 0…1.
  case rivals
  // Of the sentence.
  case importance, opensParagraph, closesParagraph, alone, isHeading, isItem, length, clauses
  case headingShare, repeatedShare, concludes, sentenceDigits, sentenceNames, pointsBack, early, late
  // Of the essay.
  case essayDigits, essayNames, essayHeadings
}

/// One thing a ranker may know: a class that holds or not, or a measure.
enum Feature {
  case family(KeyPointFamily)
  case length(Int)
  case firstTag(Tag)
  case lastTag(Tag)
  case before(Tag)
  case after(Tag)
  /// The character before the answer, and the one behind it, when they are of those that tell.
  case beforeKey(Int)
  case afterKey(Int)
  case ask(Int)
  case measure(Measure)

  /// Characters that tell what stands beside them.
  static let tellingBefore = "是为于在的以把将了、，：“由被对从与和及有叫即到".keys
  static let tellingAfter = "的，、。；”为是等和与及之作而时中上下后来".keys
  private static let asks = 6
  private static let lengths = 8

  var name: String {
    switch self {
    case .family(let family): "family." + family.rawValue
    case .length(let length): "length.\(length)"
    case .firstTag(let tag): "first.\(tag.rawValue)"
    case .lastTag(let tag): "last.\(tag.rawValue)"
    case .before(let tag): "before.\(tag.rawValue)"
    case .after(let tag): "after.\(tag.rawValue)"
    case .beforeKey(let place): "beforeKey.\(place)"
    case .afterKey(let place): "afterKey.\(place)"
    case .ask(let ask): "ask.\(ask)"
    case .measure(let measure): "\(measure)"
    }
  }

  /// All features in the order of the weights.
  private static let all: [Feature] = {
    var all: [Feature] = KeyPointFamily.allCases.map { .family($0) }
    all += (0..<lengths).map { .length($0) }
    for tag in Tag.allCases { all += [.firstTag(tag), .lastTag(tag), .before(tag), .after(tag)] }
    all += tellingBefore.indices.map { .beforeKey($0) }
    all += tellingAfter.indices.map { .afterKey($0) }
    all += (0..<asks).map { .ask($0) }
    return all + Measure.allCases.map { .measure($0) }
  }()

  /// All names in the order of the weights.
  static let names: [String] = all.map(\.name)

  /// The place of the feature in `names`.
  var index: Int {
    switch self {
    case .family(let family): family.number
    case .length(let length): Self.firstLength + length
    case .firstTag(let tag): Self.firstTag + 4 * Int(tag.rawValue)
    case .lastTag(let tag): Self.firstTag + 4 * Int(tag.rawValue) + 1
    case .before(let tag): Self.firstTag + 4 * Int(tag.rawValue) + 2
    case .after(let tag): Self.firstTag + 4 * Int(tag.rawValue) + 3
    case .beforeKey(let place): Self.firstBefore + place
    case .afterKey(let place): Self.firstAfter + place
    case .ask(let ask): Self.firstAsk + ask
    case .measure(let measure): Self.firstMeasure + measure.rawValue
    }
  }

  private static let firstLength = KeyPointFamily.allCases.count
  private static let firstTag = firstLength + lengths
  private static let firstBefore = firstTag + 4 * Tag.allCases.count
  private static let firstAfter = firstBefore + tellingBefore.count
  private static let firstAsk = firstAfter + tellingAfter.count
  private static let firstMeasure = firstAsk + asks
}
