import Language
import Study

extension Column<CardRow> {
  /// The columns of `cards` (DESIGN.md §6).
  public static var cards: [Column<CardRow>] {
    content + schedule + marks
  }

  private static var content: [Column<CardRow>] {
    [
      .word("card_id", Bilingual(zh: "卡片的编号", en: "the card's id")) { $0.card },
      .text("learner", Bilingual(zh: "学习者", en: "the learner")) { $0.learner },
      .text("deck", Bilingual(zh: "卡片集的名称", en: "the deck's name")) { $0.deck },
      .text(
        "section",
        Bilingual(
          zh: "卡片上方的标题，由外到内，以“ / ”相连",
          en: "the headings above the card, outermost first, joined by ' / '"
        )
      ) { $0.section },
      .word(
        "kind",
        Bilingual(
          zh: "题型：qa、cloze、list、order、choice 或 truefalse",
          en: "qa, cloze, list, order, choice or truefalse"
        )
      ) { $0.kind },
      .text(
        "question",
        Bilingual(zh: "问题；填空处写作 ____", en: "the question; a gap is written ____")
      ) { $0.question },
      .text(
        "answer",
        Bilingual(
          zh: "答案；有几个时以“; ”相连",
          en: "the answer; several are joined by '; '"
        )
      ) { $0.answers.joined(separator: "; ") },
      .text(
        "tags",
        Bilingual(zh: "标签，以空格相连", en: "the tags, joined by a space")
      ) { $0.tags },
    ]
  }

  private static var schedule: [Column<CardRow>] {
    [
      .word(
        "state",
        Bilingual(
          zh: "状态：new 新卡，learning 学习中，review 复习，relearning 重学中",
          en: "new, learning, review or relearning"
        )
      ) { $0.state },
      .time(
        "due",
        Bilingual(
          zh: "下次出现：学习中为 RFC 3339 时刻，复习为学习日的日期；新卡为空",
          en: "when it is wanted: an RFC 3339 instant in learning, the study day in review; empty while new"
        )
      ) { $0.due?.text },
      .number(
        "interval_days",
        Bilingual(zh: "最近给出的间隔（天）", en: "the interval last given, in days")
      ) { $0.interval },
      .number("stability", Bilingual(zh: "稳定性（天）", en: "stability in days")) { $0.stability },
      .number("difficulty", Bilingual(zh: "难度，1 到 10", en: "difficulty, 1 to 10")) {
        $0.difficulty
      },
      .number(
        "retrievability",
        Bilingual(
          zh: "此刻能回忆起来的概率，0 到 1；新卡为空",
          en: "the chance of recall now, 0 to 1; empty while new"
        )
      ) { $0.retrievability },
      .integer(
        "reps",
        Bilingual(zh: "从头学起以来的复习次数", en: "reviews since the card last started anew")
      ) { $0.repetitions },
      .integer(
        "lapses",
        Bilingual(zh: "复习时忘记的次数", en: "times it was forgotten in review")
      ) { $0.lapses },
    ]
  }

  private static var marks: [Column<CardRow>] {
    [
      .flag(
        "suspended",
        Bilingual(zh: "是否停用，直到恢复", en: "whether it is hidden until resumed")
      ) { $0.isSuspended },
      .flag(
        "buried",
        Bilingual(zh: "是否搁置到下一个学习日", en: "whether it is hidden until the next study day")
      ) { $0.isBuried },
      .flag("flagged", Bilingual(zh: "是否加了标记", en: "whether the learner marked it")) {
        $0.isFlagged
      },
      .flag(
        "leech",
        Bilingual(zh: "是否屡次忘记（难点卡）", en: "whether it was forgotten so often that it is a leech")
      ) { $0.isLeech },
      .flag(
        "retired",
        Bilingual(
          zh: "是否不再提问：标了 #retired，或已不在卡片集里",
          en: "whether it is no longer asked: tagged #retired, or gone from its deck"
        )
      ) { $0.isRetired },
      .time(
        "first_review",
        Bilingual(zh: "第一次复习的时刻（RFC 3339）", en: "the first review (RFC 3339)")
      ) { $0.firstReview?.rfc3339 },
      .time(
        "last_review",
        Bilingual(zh: "最近一次复习的时刻（RFC 3339）", en: "the last review (RFC 3339)")
      ) { $0.lastReview?.rfc3339 },
    ]
  }
}
