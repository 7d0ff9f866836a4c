import Language
import Scheduling
import Study

extension Column<ReviewRow> {
  /// The columns of `reviews` (DESIGN.md §6): five that other programs read, then our own.
  public static var reviews: [Column<ReviewRow>] {
    interchange + origin + memory + answering
  }

  private static var interchange: [Column<ReviewRow>] {
    [
      .word("card_id", Bilingual(zh: "卡片的编号", en: "the card's id")) { $0.card },
      .integer(
        "review_time",
        Bilingual(
          zh: "复习的时刻：1970-01-01T00:00:00Z 以来的毫秒数，按学习者的时钟",
          en: "when it was reviewed: milliseconds since 1970-01-01T00:00:00Z by the learner's clock"
        )
      ) { $0.moment.instant.milliseconds },
      .integer(
        "review_rating",
        Bilingual(
          zh: "评分：1 忘了，2 吃力，3 记得，4 轻松",
          en: "the rating: 1 again, 2 hard, 3 good, 4 easy"
        )
      ) { Int64($0.rating.rawValue) },
      .integer(
        "review_state",
        Bilingual(
          zh: "复习前的状态：0 新卡，1 学习中，2 复习，3 重学中",
          en: "the state before: 0 new, 1 learning, 2 review, 3 relearning"
        )
      ) { Int64($0.phase.rawValue) },
      .integer(
        "review_duration",
        Bilingual(zh: "从出题到评分的毫秒数", en: "milliseconds from the question to the rating")
      ) { $0.duration.value },
    ]
  }

  private static var origin: [Column<ReviewRow>] {
    [
      .text("learner", Bilingual(zh: "学习者", en: "the learner")) { $0.learner },
      .text("deck", Bilingual(zh: "卡片集的名称", en: "the deck's name")) { $0.place.deck },
      .text(
        "section",
        Bilingual(
          zh: "卡片上方的标题，由外到内，以“ / ”相连",
          en: "the headings above the card, outermost first, joined by ' / '"
        )
      ) { $0.place.section },
      .word("device", Bilingual(zh: "记录这次复习的设备", en: "the device that recorded it")) { $0.device },
      .integer(
        "seq",
        Bilingual(zh: "该设备上的第几条记录", en: "its number among that device's events")
      ) { $0.sequence },
      .integer(
        "utc_offset_minutes",
        Bilingual(zh: "当地时间比 UTC 早多少分钟", en: "minutes by which local time was ahead of UTC")
      ) { Int64($0.moment.offset.minutes) },
      .time(
        "review_time_iso",
        Bilingual(zh: "复习的当地时刻（RFC 3339）", en: "when it was reviewed, in local time (RFC 3339)")
      ) { $0.moment.rfc3339 },
    ]
  }

  private static var memory: [Column<ReviewRow>] {
    [
      .number(
        "elapsed_days",
        Bilingual(
          zh: "距上次复习的天数，按调度算法的数法；第一次为空",
          en: "days since the review before, as the scheduler counts them; empty at the first"
        )
      ) { $0.elapsed },
      .number(
        "scheduled_days",
        Bilingual(
          zh: "上次复习给出的间隔（天）；新卡为空",
          en: "the interval that the review before had given, in days; empty while new"
        )
      ) { $0.scheduled },
      .number(
        "retrievability",
        Bilingual(
          zh: "复习前一刻能回忆起来的概率，0 到 1；新卡为空",
          en: "the chance of recall just before, 0 to 1; empty while new"
        )
      ) { $0.retrievability },
      .number(
        "stability_before",
        Bilingual(zh: "复习前的稳定性（天）", en: "stability before, in days")
      ) { $0.before.stability },
      .number(
        "difficulty_before",
        Bilingual(zh: "复习前的难度，1 到 10", en: "difficulty before, 1 to 10")
      ) { $0.before.difficulty },
      .number(
        "stability_after",
        Bilingual(zh: "复习后的稳定性（天）", en: "stability after, in days")
      ) { $0.after.stability },
      .number(
        "difficulty_after",
        Bilingual(zh: "复习后的难度，1 到 10", en: "difficulty after, 1 to 10")
      ) { $0.after.difficulty },
      .word(
        "scheduler",
        Bilingual(zh: "给出间隔的调度算法", en: "the scheduler that gave the interval")
      ) { $0.scheduler },
    ]
  }

  private static var answering: [Column<ReviewRow>] {
    [
      .word(
        "card_revision",
        Bilingual(
          zh: "所问卡片文本的指纹，16 位十六进制",
          en: "the fingerprint of the card's text as asked, 16 hexadecimal digits"
        )
      ) { $0.revision },
      .text(
        "answer",
        Bilingual(
          zh: "输入或选择的答案；只看答案时为空",
          en: "what was typed or chosen; empty where the answer was only revealed"
        )
      ) { $0.answer },
      .flag(
        "correct",
        Bilingual(
          zh: "答案是否正确；没有作答时为空",
          en: "whether it was right; empty where nothing was answered"
        )
      ) { $0.isCorrect },
      .flag("undone", Bilingual(zh: "是否已撤销", en: "whether it was undone")) { $0.isUndone },
    ]
  }
}

/// A number in 16 hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
  String(unsafeUninitializedCapacity: 16) { buffer in
    for place in 0..<16 {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place)) & 15
      buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + (digit - 10)
    }
    return 16
  }
}
