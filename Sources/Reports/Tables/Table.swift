public import Language

/// The tables that `export` writes, `log` apart.
public enum Table: String, Sendable, CaseIterable {
  /// One row for each review.
  case reviews
  /// One row for each card of a learner.
  case cards
  /// One row for each study day of a learner.
  case days
  /// One row for each learner.
  case learners
  /// One row for each card over all learners.
  case items

  /// What a row is, and in which order the rows stand.
  public var meaning: Bilingual {
    switch self {
    case .reviews:
      Bilingual(
        zh: "每次复习一行，按学习者，再按时刻、设备、序号；前五列是各种程序通用的",
        en:
          "One row a review, by learner, then time, device and sequence. The first five columns are those that "
          + "other programs read too."
      )
    case .cards:
      Bilingual(
        zh: "每位学习者的每张卡片一行，按学习者，再按卡片集和位置",
        en: "One row a card of a learner, by learner, then deck and place."
      )
    case .days:
      Bilingual(
        zh: "有复习的学习日每人一行，按日期，再按学习者",
        en: "One row a study day on which a learner reviewed, by day, then learner."
      )
    case .learners:
      Bilingual(
        zh: "每位学习者一行，按名字",
        en: "One row a learner, by name."
      )
    case .items:
      Bilingual(
        zh: "每张卡片一行，汇总全班首次作答的情况，按卡片集和位置",
        en:
          "One row a card over all learners, from each one's first attempt, by deck and place. A first attempt "
          + "is the first review of a card while it was new to the learner."
      )
    }
  }

  /// The names, types and meanings of its columns.
  public var columns: [ColumnDescription] {
    switch self {
    case .reviews: Column<ReviewRow>.reviews.map(ColumnDescription.init)
    case .cards: Column<CardRow>.cards.map(ColumnDescription.init)
    case .days: Column<DayRow>.days.map(ColumnDescription.init)
    case .learners: Column<LearnerRow>.learners.map(ColumnDescription.init)
    case .items: Column<ItemRow>.items.map(ColumnDescription.init)
    }
  }
}

/// A column without its rows.
public struct ColumnDescription: Sendable, Equatable {
  /// The name in the header.
  public let name: String
  /// What its cells hold.
  public let type: CellType
  /// What it says.
  public let meaning: Bilingual

  init<Row>(_ column: Column<Row>) {
    name = column.name
    type = column.type
    meaning = column.meaning
  }
}
