import Language
import Study

/// A card as the answers of a class show it.
public struct ItemRow: Sendable {
  /// The card, as the learner who was asked it last has it.
  let card: CardRow
  /// Learners with a first attempt.
  public let learners: Int
  /// The share of first attempts that succeeded; nil below five learners.
  public let facility: Proportion?
  /// How success goes with success on the deck's other cards, -1…1; nil below five learners.
  public let discrimination: Double?
  /// The median time of first attempts.
  public let medianSeconds: Double?
  /// Times it was forgotten in review.
  public let lapses: Int
  /// Learners for whom it is a leech.
  public let leeches: Int
  /// The answers of first attempts, most frequent first.
  public let answers: [AnswerTally]
  /// The fingerprint of the text asked last.
  public let revision: UInt64?
  /// The texts that were asked, oldest first.
  public let revisions: [RevisionFigures]

  /// The card's id.
  public var cardID: String { card.card }

  /// The wrong answer that most learners gave.
  public var topWrongAnswer: AnswerTally? {
    answers.filter { $0.wrong > 0 }.min { ($1.wrong, $0.text) < ($0.wrong, $1.text) }
  }
}

/// The first attempts at one text of a card.
public struct RevisionFigures: Sendable, Equatable {
  /// The text's fingerprint.
  public let revision: UInt64
  /// Learners who were new to the card when asked this text.
  public let learners: Int
  /// The share of them that succeeded; nil where there is none.
  public let facility: Proportion?
}

extension Column<ItemRow> {
  /// The columns of `items` (DESIGN.md §6).
  public static var items: [Column<ItemRow>] {
    content + firstAttempts + answering
  }

  private static var content: [Column<ItemRow>] {
    [
      .word("card_id", Bilingual(zh: "卡片的编号", en: "the card's id")) { $0.card.card },
      .text("deck", Bilingual(zh: "卡片集的名称", en: "the deck's name")) { $0.card.deck },
      .text(
        "section",
        Bilingual(
          zh: "卡片上方的标题，由外到内，以“ / ”相连",
          en: "the headings above the card, outermost first, joined by ' / '"
        )
      ) { $0.card.section },
      .word(
        "kind",
        Bilingual(
          zh: "题型：qa、cloze、list、order、choice 或 truefalse",
          en: "qa, cloze, list, order, choice or truefalse"
        )
      ) { $0.card.kind },
      .text("question", Bilingual(zh: "问题；填空处写作 ____", en: "the question; a gap is written ____")) {
        $0.card.question
      },
    ]
  }

  private static var firstAttempts: [Column<ItemRow>] {
    [
      .integer(
        "learners",
        Bilingual(zh: "有首次作答的学习者", en: "learners with a first attempt, a review of the card while new")
      ) { Int64($0.learners) },
      .number(
        "facility",
        Bilingual(
          zh: "首次作答没有评为忘了的比例；不足 5 人时为空",
          en: "the share of first attempts not rated again; empty below five learners"
        )
      ) { $0.facility?.share },
      .number(
        "facility_low",
        Bilingual(zh: "其 95% 区间（Wilson）的下端", en: "the lower end of its 95 % interval (Wilson)")
      ) { $0.facility?.low },
      .number(
        "facility_high",
        Bilingual(zh: "其 95% 区间（Wilson）的上端", en: "the upper end of its 95 % interval (Wilson)")
      ) { $0.facility?.high },
      .number(
        "discrimination",
        Bilingual(
          zh: "首次作答成功与否，同该学习者在本卡片集其余卡片上首次成功比例的相关系数；不足 5 人或没有差别时为空",
          en:
            "the correlation of success with the learner's share of success on the deck's other cards, first "
            + "attempts each; empty below five learners or where one does not vary"
        )
      ) { $0.discrimination },
      .number(
        "median_seconds",
        Bilingual(zh: "首次作答用时的中位数（秒）", en: "the median time of first attempts, in seconds")
      ) { $0.medianSeconds },
    ]
  }

  private static var answering: [Column<ItemRow>] {
    [
      .integer("lapses", Bilingual(zh: "复习时忘记的次数", en: "times it was forgotten in review")) {
        Int64($0.lapses)
      },
      .integer(
        "leeches",
        Bilingual(zh: "觉得它是难点卡的学习者", en: "learners for whom it is a leech")
      ) { Int64($0.leeches) },
      .text(
        "top_wrong_answer",
        Bilingual(
          zh: "首次作答中最多人给出的错误答案；只有写法不同的算同一个",
          en:
            "the wrong answer that most learners gave at first; spellings that are checked alike count as one"
        )
      ) { $0.topWrongAnswer?.text },
      .integer("top_wrong_count", Bilingual(zh: "给出它的人数", en: "how many gave it")) {
        $0.topWrongAnswer.map { Int64($0.wrong) }
      },
      .word(
        "revision",
        Bilingual(
          zh: "最近所问文本的指纹，16 位十六进制",
          en: "the fingerprint of the text asked last, 16 hexadecimal digits"
        )
      ) { $0.revision.map(hexadecimal) },
      .integer("revisions", Bilingual(zh: "问过几种文本", en: "how many texts of it were asked")) {
        Int64($0.revisions.count)
      },
    ]
  }
}
