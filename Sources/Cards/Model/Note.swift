/// One block of a deck file: a mark, what belongs to it, and the cards they make.
public struct Note: Sendable, Equatable {
  /// What is asked and answered.
  public var content: NoteContent
  /// A text shown above the question.
  public var context: String?
  /// The source text the note came from, verbatim.
  public var passage: String?
  /// A remark shown after the answer.
  public var remark: String?
  /// Tags without their `#`.
  public var tags: [String]
  /// One id for each card in order; empty when none has been minted.
  public var ids: [CardID]
  /// The headings above the note, outermost first.
  public var section: [String]

  /// A note from its parts.
  public init(
    content: NoteContent,
    context: String? = nil,
    passage: String? = nil,
    remark: String? = nil,
    tags: [String] = [],
    ids: [CardID] = [],
    section: [String] = []
  ) {
    self.content = content
    self.context = context
    self.passage = passage
    self.remark = remark
    self.tags = tags
    self.ids = ids
    self.section = section
  }

  /// How many cards the note makes: one for each gap of a cloze, else one.
  public var cardCount: Int { content.cardCount }
}

/// What a note asks and what answers it.
public enum NoteContent: Sendable, Equatable {
  /// `Q:` and `A:`; any of the answers is right.
  case qa(question: String, answers: [String])
  /// `C:` with gaps.
  case cloze(ClozeText)
  /// `L:`; all items, in any order.
  case list(question: String, items: [String])
  /// `O:`; all items, in this order.
  case order(question: String, items: [String])
  /// `M:`; the options that are right.
  case choice(question: String, options: [ChoiceOption])
  /// `T:` or `F:`; a false statement comes with its correction.
  case trueFalse(statement: String, isTrue: Bool, correction: String?)

  /// The kind of the cards this makes.
  public var kind: CardKind {
    switch self {
    case .qa: .qa
    case .cloze: .cloze
    case .list: .list
    case .order: .order
    case .choice: .choice
    case .trueFalse: .truefalse
    }
  }

  /// How many cards this makes.
  public var cardCount: Int {
    switch self {
    case .cloze(let text): text.gapCount
    case .qa, .list, .order, .choice, .trueFalse: 1
    }
  }
}

/// An option of a multiple choice.
public struct ChoiceOption: Sendable, Equatable {
  /// What the learner may choose.
  public var text: String
  /// Whether choosing it is right.
  public var isRight: Bool

  /// An option from its parts.
  public init(text: String, isRight: Bool) {
    self.text = text
    self.isRight = isRight
  }
}

/// A sentence with gaps.
public struct ClozeText: Sendable, Equatable {
  /// A stretch of the sentence.
  public enum Segment: Sendable, Equatable {
    /// Always shown.
    case shown(String)
    /// Hidden when its card is asked.
    case hidden(String)

    /// The words, shown or not.
    public var text: String {
      switch self {
      case .shown(let text), .hidden(let text): text
      }
    }

    /// Whether a question hides the words.
    public var isHidden: Bool {
      switch self {
      case .shown: false
      case .hidden: true
      }
    }
  }

  /// What stands for the gap in a question.
  public static let gap = "____"

  /// The stretches in order; none is shown and empty, and no two that follow each other are shown.
  public let segments: [Segment]

  /// A sentence from its stretches; neighbours that are both shown become one.
  public init(_ segments: [Segment]) {
    var joined: [Segment] = []
    for segment in segments {
      switch (joined.last, segment) {
      case (_, .shown("")):
        break
      case (.shown(let before)?, .shown(let text)):
        joined[joined.count - 1] = .shown(before + text)
      case (.hidden, _), (.shown, .hidden), (nil, _):
        joined.append(segment)
      }
    }
    self.segments = joined
  }

  /// The hidden stretches in order: one for each card.
  public var hidden: [String] {
    segments.compactMap { segment in
      switch segment {
      case .shown: nil
      case .hidden(let text): text
      }
    }
  }

  /// The number of hidden stretches.
  public var gapCount: Int {
    segments.reduce(0) { $0 + ($1.isHidden ? 1 : 0) }
  }

  /// The sentence with all gaps filled.
  public var sentence: String { segments.map(\.text).joined() }

  /// The sentence with one gap open and the others filled; all are filled when there is no such gap.
  public func question(hiding gapIndex: Int) -> String {
    var index = 0
    var question = ""
    for segment in segments {
      switch segment {
      case .shown(let text):
        question += text
      case .hidden(let text):
        question += index == gapIndex ? ClozeText.gap : text
        index += 1
      }
    }
    return question
  }
}

/// A note as a compiler hands it over, with what the next merge must know of it.
public struct CompiledNote: Sendable, Equatable {
  /// The note; its ids may be empty, then they are minted.
  public var note: Note
  /// What the note is about, in a normal form: the same in every compile of an unchanged sentence.
  public var fact: String

  /// A compiled note from its parts.
  public init(note: Note, fact: String) {
    self.note = note
    self.fact = fact
  }
}
