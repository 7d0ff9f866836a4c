import Cards
import Language
import Scheduling
import Study

/// A session as the full screen shows it: where it stands, and what the learner is doing there.
///
/// `frame(in:)` is a pure function of it; `press(_:)` changes only it and says what the session is to do.
struct QuizScreen: Sendable {
  let facts: SessionFacts

  /// Where the session stands.
  private(set) var phase: Session.Phase

  /// What it still has to ask.
  private(set) var left: CardsLeft

  /// Whether the time that was planned is used up.
  private(set) var isTimeOver = false

  /// How many reviews were recorded in it and not undone.
  var reviewed = 0

  /// How long what is left will take.
  var estimate: TimeEstimate

  /// The passage's paragraph, where the essay is at hand.
  var paragraph: Paragraph?

  /// What is entered so far.
  var entry = AnswerEntry()

  /// Told until the next key.
  var note: Bilingual?

  /// Whether the next letter is a command although a field has the focus.
  var isCommanding = false

  /// What lies over the session.
  var panel: Panel?

  /// How many rows of what is to be read are scrolled away; nil shows what matters most.
  var scroll: Int?

  /// All cards of the session's decks, to be searched.
  private var cards: [Candidate]

  /// Begins to show a session.
  init(_ session: Session, facts: SessionFacts) {
    self.facts = facts
    phase = session.phase
    left = session.left
    cards = session.cards
    estimate = TimeEstimate(pace: facts.pace)
  }

  /// Takes up where the session stands now.
  ///
  /// A card shown anew begins with nothing entered; one that only changed keeps what was.
  mutating func follow(_ session: Session) {
    let isSame = session.phase.isSameShowing(as: phase)
    phase = session.phase
    left = session.left
    cards = session.cards
    isTimeOver = session.isTimeOver
    guard !isSame else { return }
    entry = AnswerEntry()
    scroll = nil
    paragraph = nil
  }

  /// The cards that a text is found in.
  func found(_ text: String) -> Page {
    Page(search: text, among: cards, language: facts.language)
  }

  /// Minutes for what is left.
  var minutes: Int { estimate.minutes(for: left) }
}

/// What lies over the session until a key puts it away.
enum Panel: Sendable, Equatable {
  case help
  case page(Page)
  case search(TextField)
}

extension Session.Phase {
  /// Whether the same showing of a card stands in the same phase.
  fileprivate func isSameShowing(as other: Session.Phase) -> Bool {
    switch (self, other) {
    case (.question(let now), .question(let then)), (.answer(let now, _), .answer(let then, _)):
      now.candidate.card.id == then.candidate.card.id && now.askedAt == then.askedAt
    case (.finished, .finished): true
    case (.question, _), (.answer, _), (.finished, _): false
    }
  }
}
