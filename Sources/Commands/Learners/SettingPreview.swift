import Cards
import Language
import LearnerStore
import Reports
import Study
import Terminal

/// What a change of a setting does to the memories of the cards seen so far, told before it is made.
struct SettingPreview {
  /// What the cards come to before the change and after it; nil where the change does not reach them.
  private let summaries: (now: MemorySummary, then: MemorySummary)?

  /// Replays the log under both settings.
  ///
  /// - Throws: `LearnerFileFailure`.
  init(
    _ change: SettingChange,
    from before: LearnerSettings,
    to after: LearnerSettings,
    in store: LearnerStore,
    at now: Moment
  ) throws {
    guard change.setting.changesMemory else {
      summaries = nil
      return
    }
    let cards = try store.cards().filter { change.deck == nil || $0.deck == change.deck }
    let replayed = try store.progress(under: after)
    func summary(_ settings: LearnerSettings, _ progress: (Candidate) -> CardProgress) -> MemorySummary {
      MemorySummary(cards.map { ($0.deck, progress($0)) }, grading: Grading(settings), at: now)
    }
    let then = summary(after) { replayed[$0.card.id] ?? $0.progress }
    summaries = then.cards > 0 ? (summary(before) { $0.progress }, then) : nil
  }

  /// The lines to show; none where nothing changes.
  func lines(in context: CommandContext) -> [String] {
    guard let summaries else { return [] }
    let style = TextStyle(
      language: context.language,
      width: context.messages.width ?? 80,
      hasBars: context.showsUnicode
    )
    return summaries.now.lines(changingTo: summaries.then, style)
      + [
        told(
          "已经给出的到期日不变；今后的间隔按新的设置",
          "dates already given stay; intervals from now on follow the new setting"
        )
      ]
  }
}

extension Setting {
  /// Whether the setting changes what is believed of memories, or the intervals they will get.
  fileprivate var changesMemory: Bool {
    switch self {
    case .scheduler, .weights, .fsrs7Weights, .desiredRetention: true
    case .newPerDay, .reviewsPerDay, .learningSteps, .relearningSteps, .maximumInterval, .fuzz,
      .burySiblings, .learnAhead, .leechThreshold, .rolloverHour:
      false
    }
  }
}
