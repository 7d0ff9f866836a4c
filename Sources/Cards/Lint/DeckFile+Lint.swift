import Language

extension DeckFile {
  /// Everything that is wrong or doubtful: what reading the file told, and what the cards themselves show.
  ///
  /// - Parameter essay: The essay's text, when passages are to be looked up in it.
  /// - Returns: Errors and warnings by line.
  public func lint(essay: String? = nil) -> [Diagnostic] {
    let sound = notes.filter { !$0.hasErrors && !$0.note.isRetired }
    var found = diagnostics + sound.flatMap(contentWarnings) + repetitions(among: sound)
    if let essay { found += passagesMissing(from: essay, among: sound) }
    return found.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// Warnings for ids that stand in another file too.
  ///
  /// - Parameter places: The file and line of each id in the files before this one.
  /// - Returns: One for each such id, at its card.
  public func lintIDs(against places: [CardID: (file: String, line: Int)]) -> [Diagnostic] {
    notes.flatMap { placed in
      placed.note.ids.compactMap { id in
        places[id].map { warning(.idInOtherDeck(id: id, file: $0.file, line: $0.line), at: placed) }
      }
    }
  }

  private func contentWarnings(_ placed: PlacedNote) -> [Diagnostic] {
    let content = placed.note.content
    var problems: [Problem] = []
    for index in 0..<content.cardCount {
      let question = content.question(at: index)
      let answers = content.answers(at: index)
      switch content {
      case .qa, .cloze, .list, .order:
        let shown = Leak.foldedUnits([question, placed.note.context ?? ""].joined(separator: "\n"))
        if let leak = leak(of: answers, in: shown) { problems.append(leak) }
        if content.kind == .cloze, shown.isEmpty {
          problems.append(.nothingButGap(answer: answers.first ?? ""))
        }
        if let long = answers.first(where: { $0.count > answerLimit($0) }) {
          problems.append(.overlongAnswer(length: long.count, limit: answerLimit(long)))
        }
      case .choice(_, let options):
        if rightOptionsStandOut(options) { problems.append(.rightOptionsStandOut(card: placed.label)) }
      case .trueFalse:
        break
      }
    }
    if let twice = repeatedItem(of: content) { problems.append(.duplicateItem(text: twice)) }
    return problems.map { warning($0, at: placed) }
  }

  /// The first answer that the shown text gives away: whole, or, where it is the only one, for the most part.
  private func leak(of answers: [String], in shown: [Leak.Unit]) -> Problem? {
    for answer in answers {
      let units = Leak.foldedUnits(answer)
      if Leak.holds(shown, units), answer.unicodeScalars.count > 1 {
        return .answerInQuestion(answer: answer)
      }
      if answers.count == 1, Leak.nearlyHolds(shown, units) {
        return .answerNearlyInQuestion(answer: answer)
      }
    }
    return nil
  }

  /// The first item of a list or option of a choice that stands there before in another spelling; the same
  /// spelling is told when a choice is read.
  private func repeatedItem(of content: NoteContent) -> String? {
    let items: [String]
    switch content {
    case .list(_, let all): items = all
    case .choice(_, let options): items = options.map(\.text)
    case .qa, .cloze, .order, .trueFalse: return nil
    }
    var seen: [String: String] = [:]
    for item in items {
      let isList = content.kind == .list
      if let earlier = seen.updateValue(item, forKey: foldedForComparison(item)), isList || earlier != item {
        return item
      }
    }
    return nil
  }

  /// The most characters an answer should have: fewer where each is a syllable.
  private func answerLimit(_ answer: String) -> Int {
    answer.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } ? 60 : 200
  }

  private func rightOptionsStandOut(_ options: [ChoiceOption]) -> Bool {
    guard let shortestRight = options.filter(\.isRight).map(\.text.count).min(),
      let longestWrong = options.filter({ !$0.isRight }).map(\.text.count).max()
    else { return false }
    return shortestRight > 2 * longestWrong && shortestRight > longestWrong + 4
  }

  /// Warnings for questions that stand in the file more than once.
  private func repetitions(among notes: [PlacedNote]) -> [Diagnostic] {
    var first: [String: (line: Int, answer: String)] = [:]
    var found: [Diagnostic] = []
    for placed in notes {
      let content = placed.note.content
      for index in 0..<content.cardCount {
        let question = foldedForComparison(content.question(at: index))
        let key = [placed.note.context ?? "", content.kind.rawValue, question].joined(
          separator: fieldSeparator
        )
        let answer = content.answers(at: index).map(foldedForComparison).joined(separator: itemSeparator)
        guard let earlier = first[key] else {
          first[key] = (placed.firstLine, answer)
          continue
        }
        let isSame = earlier.answer == answer
        found.append(
          warning(
            isSame ? .duplicateCard(firstLine: earlier.line) : .ambiguousQuestion(firstLine: earlier.line),
            at: placed
          )
        )
      }
    }
    return found
  }

  private func warning(_ problem: Problem, at placed: PlacedNote) -> Diagnostic {
    Diagnostic(line: placed.firstLine, column: 1, severity: .warning, problem: problem)
  }
}

extension Leak {
  /// A text's units, width and Chinese script aside.
  static func foldedUnits(_ text: String) -> [Unit] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return units(text) }
    return units(String(String.UnicodeScalarView(text.unicodeScalars.map(foldedForLookup))))
  }
}
