import Language
public import Scheduling
import Study

/// What a replay says about one row of a log.
public struct ReplayFigures: Sendable, Equatable {
  /// The card's state after the review.
  public let phase: Phase

  /// The step it stands on, from 0; nil outside learning and relearning.
  public let step: Int?

  /// The memory after the review; nil under SM-2.
  public let memory: Memory?

  /// SM-2's ease; nil under FSRS and before SM-2 graduates the card.
  public let ease: Double?

  /// The chance of recall just before the review, 0…1; nil for a card's first one.
  public let retrievability: Double?

  /// The interval given, in days.
  public let intervalDays: Double

  /// When the card is due, in milliseconds since 1970 UTC.
  public let due: Int64

  /// What a scheduler made of a row.
  public init(_ replayed: ReplayedReview) {
    phase = replayed.after.phase
    step = phase == .learning || phase == .relearning ? replayed.after.step : nil
    memory = replayed.after.memory
    ease = replayed.after.ease
    retrievability = replayed.retrievability
    intervalDays = replayed.interval.days.value
    due = replayed.due
  }
}

/// A row of a log with what a replay says about it.
package struct ReplayedRow {
  package let row: LoggedRow
  package let figures: ReplayFigures

  package init(row: LoggedRow, figures: ReplayFigures) {
    self.row = row
    self.figures = figures
  }

  /// When the card is due, written as the log writes its times.
  fileprivate var due: String {
    guard row.hasTextTime else { return String(figures.due) }
    return Moment(Instant(milliseconds: figures.due), offset: row.moment.offset).rfc3339
  }
}

extension Column<ReplayedRow> {
  /// The columns of a replay: the log's own as they came, then what the replay says.
  ///
  /// A column of the log that bears the name of one of the replay's gives way to it.
  package static func replay(of header: [String], scheduler: SchedulerName) -> [Self] {
    let own = figures(scheduler)
    let names = Set(own.map(\.name))
    let passed = header.enumerated().filter { !names.contains($0.element) }.map { place, name in
      Self.text(name, Bilingual(zh: "原样", en: "as it came")) { $0.row.record.text(at: place) }
    }
    return passed + own
  }

  /// The columns that a replay adds.
  package static func figures(_ scheduler: SchedulerName) -> [Self] {
    let common: [Self] = [
      .word("state", Bilingual(zh: "复习后的状态", en: "the state after the review")) { $0.figures.phase.name },
      .integer("step", Bilingual(zh: "第几步，从 0 起", en: "the step, from 0; empty outside steps")) {
        $0.figures.step.map(Int64.init)
      },
      .number("stability", Bilingual(zh: "稳定性（天）", en: "stability after it, in days")) {
        $0.figures.memory?.stability.value
      },
      .number("difficulty", Bilingual(zh: "难度，1 到 10", en: "difficulty after it, 1 to 10")) {
        $0.figures.memory?.difficulty
      },
      .number("retrievability", Bilingual(zh: "复习前记得的把握", en: "the chance of recall just before it")) {
        $0.figures.retrievability
      },
      .number("interval_days", Bilingual(zh: "给出的间隔（天）", en: "the interval given, in days")) {
        $0.figures.intervalDays
      },
      .time("due", Bilingual(zh: "到期时间", en: "when it is due, written as the log writes times")) { $0.due },
    ]
    switch scheduler {
    case .fsrs6: return common
    case .fsrs7:
      let meaning = Bilingual(zh: "快稳定性（天）", en: "fast stability after it, in days")
      return common + [.number("fast_stability", meaning) { $0.figures.memory?.fastStability?.value }]
    case .sm2:
      return common + [.number("ease", Bilingual(zh: "难易系数", en: "ease after it")) { $0.figures.ease }]
    }
  }
}
