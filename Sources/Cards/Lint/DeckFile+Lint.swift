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

  private func contentWarnings(_ placed: PlacedNote) -> [Diagnostic] {
    let content = placed.note.content
    var problems: [Problem] = []
    for index in 0..<content.cardCount {
      let question = content.question(at: index)
      let answers = content.answers(at: index)
      switch content {
      case .qa, .cloze, .list, .order:
        if let leak = answers.first(where: { Leak.shows(question, $0) }) {
          problems.append(.answerInQuestion(answer: leak))
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
    return problems.map { warning($0, at: placed) }
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

/// Whether a question gives its answer away.
enum Leak {
  /// Whether the answer stands in the question: as whole words where it is made of letters that words are
  /// spaced by, else anywhere; single characters do not count.
  static func shows(_ question: String, _ answer: String) -> Bool {
    let folded = foldedForComparison(answer)
    guard folded.unicodeScalars.count > 1 else { return false }
    guard answer.unicodeScalars.allSatisfy({ $0.value < 0x2E80 }) else {
      return contains(Array(foldedForComparison(question).unicodeScalars), Array(folded.unicodeScalars))
    }
    return contains(words(question), words(answer))
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func contains<Element: Equatable>(_ whole: [Element], _ part: [Element]) -> Bool {
    guard let first = part.first, part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start] == first && whole[start..<start + part.count].elementsEqual(part)
    }
  }
}
