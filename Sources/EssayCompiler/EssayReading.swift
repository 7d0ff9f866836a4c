public import Language

/// An essay read once: its structure, sentences and their importance are known, and no card is chosen yet.
///
/// Between reading and choosing, a generator outside the compiler may look at ``keyPoints`` and propose cards.
public struct EssayReading: Sendable {
  let compiler: Compiler

  /// Reads an essay, in time linear in its length; any text is accepted.
  public init(_ essay: SourceText, options: CompileOptions = .init()) {
    compiler = Compiler(Essay(essay), options)
  }

  /// Chooses cards.
  ///
  /// - Parameter proposals: Cards from outside. They stand before the compiler's own of the same words, pass the
  ///   same lint, and are dropped unless the passage they cite holds their answers verbatim.
  /// - Returns: The cards in text order, and what was dropped.
  public func compile(adding proposals: [ProposedCard] = []) -> Compilation {
    compile(adding: proposals, budget: compiler.budget)
  }

  func compile(adding proposals: [ProposedCard], budget: Int) -> Compilation {
    guard !proposals.isEmpty else { return compiler.run(budget: budget) }
    let support = Support(of: compiler, keyPoints: keyPoints)
    var cards: [Int: [CandidateCard]] = [:]
    var refused: [Rejection] = []
    for proposal in proposals {
      switch support.candidate(for: proposal) {
      case .success(let supported): cards[supported.view, default: []].append(supported.card)
      case .failure(let failure): refused.append(failure.rejection)
      }
    }
    return compiler.run(budget: budget, proposals: cards, refused: refused)
  }
}
