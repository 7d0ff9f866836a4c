import Cards
import Language
import Scheduling
import Study

extension Page {
  /// A card's reviews so far, and how its recall will fade if it is left alone.
  init(historyOf candidate: Candidate, _ reviews: [ReviewTransition], facts: SessionFacts, at now: Moment) {
    func line(_ message: Bilingual, _ role: Role = .plain) -> Row {
      [Run(message.text(in: facts.language), role)]
    }
    var lines = [[Run(candidate.card.question, .strong)], []]
    if reviews.isEmpty { lines.append(line(Phrases.noReviewsYet)) }
    for change in reviews {
      lines.append(
        line(Phrases.pastReview(change, day: facts.settings.calendar.day(of: change.event.moment)))
      )
    }
    lines += Page.memory(of: candidate, facts: facts, at: now)
    self.init(title: Phrases.historyTitle, lines: lines)
  }

  private static let waits = [0, 1, 3, 7, 14, 30, 60, 120, 240, 365]

  /// Stability and difficulty, then the forgetting curve: the chance of recall after so many days.
  private static func memory(of candidate: Candidate, facts: SessionFacts, at now: Moment) -> [Row] {
    let grading = Grading(facts.settings)
    let progress = candidate.progress
    let elapsed = grading.elapsed(of: progress, at: now).value
    guard let stability = grading.scheduler.stability(of: progress.state) else { return [] }
    var rows: [Row] = [[]]
    rows.append([Run(Phrases.memory(stability: stability, lapses: progress.lapses).text(in: facts.language))])
    rows += [[], [Run(Phrases.curveTitle.text(in: facts.language), .faint)]]
    for wait in waits {
      let later = Days(elapsed + Double(wait))
      guard let recall = grading.scheduler.retrievability(of: progress.state, elapsed: later) else {
        continue
      }
      let percent = Int((recall * 100).rounded())
      let label = Phrases.recall(after: wait, percent: percent).text(in: facts.language)
      let gap = String(repeating: " ", count: max(1, 22 - displayWidth(of: label)))
      let bar = String(repeating: "█", count: (percent + 2) / 5)
      rows.append([Run(label), Run(gap + bar, .picture)])
    }
    return rows
  }
}
