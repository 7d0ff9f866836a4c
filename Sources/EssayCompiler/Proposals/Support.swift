import Cards
import Language

/// Decides whether the essay supports a card that was proposed from outside: answers must stand verbatim in the
/// passage it cites, and that passage in the essay.
struct Support {
  /// A proposal that the essay supports, and the sentence whose card it is.
  struct Supported {
    var view: Int
    var card: CandidateCard
  }

  /// A proposal that it does not support.
  struct Failure: Error {
    var rejection: Rejection
  }

  /// A passage longer than this is no longer one that a learner looks back at.
  static let longestPassage = 400

  private let compiler: Compiler
  private let keyPoints: [ListedKeyPoint]

  init(of compiler: Compiler, keyPoints: [ListedKeyPoint]) {
    self.compiler = compiler
    self.keyPoints = keyPoints
  }

  /// The card, or the rule that keeps it out.
  func candidate(for proposal: ProposedCard) -> Result<Supported, Failure> {
    let content = ProposedContent(proposal.content)
    guard let range = place(of: proposal.passage), range.count <= Self.longestPassage,
      let view = view(at: range.lowerBound)
    else { return refused(content, at: 0..<0, .noPassage) }
    if let context = proposal.context, compiler.essay.first(context) == nil {
      return refused(content, at: range, .unsupported)
    }
    guard content.isSupported(by: range, of: compiler.essay) else {
      return refused(content, at: range, .unsupported)
    }
    let answers = content.spans.compactMap { compiler.essay.first($0, in: range) }
    guard answers.allSatisfy(endsBetweenWords) else { return refused(content, at: range, .cutWord) }
    if content.showsSentence, proposal.context == nil, Dangling.begins(at: range.lowerBound, in: view) {
      return refused(content, at: range, .dangling)
    }
    let card = CandidateCard(
      content: proposal.content,
      question: content.question,
      answers: content.answers,
      context: proposal.context,
      passage: range,
      answerRanges: answers,
      family: .generated,
      strength: 0.95,
      reasons: [.marker],
      script: view.script
    )
    return .success(Supported(view: view.index, card: card))
  }

  private func refused(_ content: ProposedContent, at place: Range<Int>, _ rule: RejectionRule) -> Result<
    Supported, Failure
  > {
    .failure(
      Failure(
        rejection: Rejection(candidate: content.question, place: place, family: .generated, rule: rule)
      )
    )
  }

  private func place(of passage: ProposedCard.Passage) -> Range<Int>? {
    switch passage {
    case .keyPoint(let number):
      return keyPoints.indices.contains(number) ? keyPoints[number].source : nil
    case .words(let words, let start):
      let stated = start.flatMap { compiler.essay.match(words.unicodeScalars.map(\.value), at: $0) }
      return stated ?? compiler.essay.first(words)
    }
  }

  private func view(at offset: Int) -> SentenceView? {
    var low = 0
    var high = compiler.views.count
    while low < high {
      let middle = (low + high) / 2
      if compiler.views[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < compiler.views.count, compiler.views[low].range.contains(offset) else { return nil }
    return compiler.views[low]
  }

  private func endsBetweenWords(_ answer: Range<Int>) -> Bool {
    guard let first = view(at: answer.lowerBound), let last = view(at: answer.upperBound - 1) else {
      return false
    }
    return first.isEdge(answer.lowerBound) && last.isEdge(answer.upperBound)
  }
}
