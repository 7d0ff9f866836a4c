import Cards

/// Multiple choice whose wrong options are surely wrong by the text: an outsider among listed items, and a date or
/// quantity among others of its kind that stand elsewhere in the essay.
struct ChoiceMaker {
  private let essay: Essay
  private let views: [SentenceView]
  /// Items of the essay's lists, by their last two characters.
  private var items: [UInt64: [Range<Int>]] = [:]
  /// Dates and quantities, by their shape.
  private var quantities: [String: [Range<Int>]] = [:]

  init(essay: Essay, views: [SentenceView], points: [RankedPoint]) {
    self.essay = essay
    self.views = views
    for card in points {
      if card.kind == .list, card.family == .enumeration {
        for item in card.answerRanges where items[ending(of: item), default: []].count < Self.most {
          items[ending(of: item), default: []].append(item)
        }
      } else if card.family == .date || card.family == .number, let answer = card.answerRanges.first {
        if quantities[shape(of: answer), default: []].count < Self.most {
          quantities[shape(of: answer), default: []].append(answer)
        }
      }
    }
  }

  /// More wrong options of one kind than this are not looked at, so that time stays linear.
  private static let most = 24

  /// Which of these is not in the list? The right option comes from another list of the essay.
  func outsider(of ranked: RankedCard) -> CandidateCard? {
    let card = ranked.card
    let view = views[ranked.view]
    guard case .list = card.content, card.family == .enumeration, card.context == nil,
      view.script == .chinese,
      card.answerRanges.count >= 3, let first = card.answerRanges.first, let last = card.answerRanges.last,
      let frame = FrameFinder.frame(around: first.lowerBound..<last.upperBound, in: view), !frame.dangles
    else { return nil }
    let own = card.answerRanges.map { essay.text($0) }
    let passage = essay.text(card.passage)
    for item in card.answerRanges {
      let others = (items[ending(of: item)] ?? []).filter { other in
        let text = essay.text(other)
        return !Leak.holds(passage, text) && isAlike(other, card.answerRanges)
          && !own.contains { Leak.holds($0, text) || Leak.holds(text, $0) || sharesPair($0, text) }
          && isOfOneClass(other, item, view)
      }
      guard let outsider = others.first else { continue }
      return choice(card, frame, first.lowerBound..<last.upperBound, outsider: outsider, own: own, view)
    }
    return nil
  }

  /// Whether two items have neighbouring characters in common, by which one would be told from the others.
  private func sharesPair(_ one: String, _ other: String) -> Bool {
    let left = Leak.units(one)
    let right = Leak.units(other)
    return zip(left, left.dropFirst()).contains { pair in
      zip(right, right.dropFirst()).contains { $0 == pair }
    }
  }

  /// Whether two items of different sentences begin and end with words of the same kind.
  private func isOfOneClass(_ outsider: Range<Int>, _ item: Range<Int>, _ view: SentenceView) -> Bool {
    guard let home = home(of: outsider) else { return false }
    let one = Shape(outsider, home)
    let other = Shape(item, view)
    return one.firstTag == other.firstTag && one.lastTag == other.lastTag
  }

  /// The sentence that holds an item.
  private func home(of item: Range<Int>) -> SentenceView? {
    var low = 0
    var high = views.count
    while low < high {
      let middle = (low + high) / 2
      if views[middle].range.upperBound < item.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < views.count ? views[low] : nil
  }

  private func choice(
    _ card: CandidateCard,
    _ frame: Frame,
    _ region: Range<Int>,
    outsider: Range<Int>,
    own: [String],
    _ view: SentenceView
  ) -> CandidateCard? {
    let key = essay.text(outsider)
    let before = essay.text(frame.range.lowerBound..<region.lowerBound)
    let after = essay.text(region.upperBound..<frame.range.upperBound) + (frame.isCut ? "。" : "")
    guard !Leak.holds(before + after, key) else { return nil }
    let question: String
    if case .list(let asked, _) = card.content, let name = asked.split(separator: "（").first,
      name.hasSuffix("？"),
      name.contains("哪")
    {
      question = name + "下列哪一项不在其中？"
    } else {
      question = "下列哪一项不属于文中空处所列？\(before)____\(after)"
    }
    return made(card, question: question, key: key, others: Array(own.prefix(3)), seed: essay.word(outsider))
  }

  /// The gap of a date or quantity as a choice among three of its shape.
  func dated(_ ranked: RankedCard) -> CandidateCard? {
    let card = ranked.card
    guard case .cloze = card.content, card.family == .date || card.family == .number,
      let answer = card.answerRanges.first, let key = card.answers.first
    else { return nil }
    let passage = essay.text(card.passage) + (card.context ?? "")
    var others: [String] = []
    for other in quantities[shape(of: answer)] ?? [] {
      let text = essay.text(other)
      if text != key, !others.contains(text), !passage.contains(text) { others.append(text) }
    }
    guard others.count >= 2 else { return nil }
    // The nearest ones are the least easily told apart.
    let chosen = Array(others.sorted { distance($0, key) < distance($1, key) }.prefix(2))
    return made(card, question: card.question, key: key, others: chosen, seed: essay.word(answer))
  }

  private func made(_ card: CandidateCard, question: String, key: String, others: [String], seed: UInt64)
    -> CandidateCard
  {
    var options = others.map { ChoiceOption(text: $0, isRight: false) }
    options.insert(ChoiceOption(text: key, isRight: true), at: Int((seed >> 7) % UInt64(options.count + 1)))
    var choice = card
    choice.content = .choice(question: question, options: options)
    choice.question = question
    choice.answers = [key]
    return choice
  }

  private func distance(_ one: String, _ other: String) -> Int {
    abs((Int(one.filter(\.isNumber)) ?? 0) &- (Int(other.filter(\.isNumber)) ?? 0))
  }

  private func isAlike(_ outsider: Range<Int>, _ items: [Range<Int>]) -> Bool {
    let units = essay.units(in: outsider)
    let lengths = items.map { essay.units(in: $0) }
    guard let least = lengths.min(), let most = lengths.max() else { return false }
    return units * 2 >= least && units <= most + 2
  }

  private func ending(of range: Range<Int>) -> UInt64 {
    essay.word(range.upperBound - min(2, range.count)..<range.upperBound)
  }

  /// 1973年 and 1990年 are of one shape, 1973年5月 is of another.
  private func shape(of range: Range<Int>) -> String {
    var shape = ""
    for key in essay.keys[range] {
      if Characters.isDigit(key) {
        shape += "0"
      } else if let scalar = Unicode.Scalar(key) {
        shape.unicodeScalars.append(scalar)
      }
    }
    return shape
  }
}
