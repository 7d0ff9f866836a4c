public import Cards
public import Scheduling

/// A machine that appends events, so that two copies of one learner file never write the same key.
public struct DeviceID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 1 to 64 ASCII letters, digits or hyphens.
  public let text: String

  /// The device of a name, or nil where the name has other characters or a wrong length.
  public init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }
    guard (1...64).contains(text.utf8.count), isPlain else { return nil }
    self.text = text
  }

  /// Whether the left device sorts first.
  public static func < (left: DeviceID, right: DeviceID) -> Bool {
    left.text < right.text
  }

  /// The device's text.
  public var description: String { text }
}

/// What names an event for good: the device that appended it and its place in that device's sequence.
public struct EventKey: Sendable, Hashable, Comparable {
  /// The device that appended the event.
  public let device: DeviceID

  /// 1, 2, 3… on that device.
  public let sequence: Int64

  /// The key of a device's n-th event.
  public init(device: DeviceID, sequence: Int64) {
    self.device = device
    self.sequence = sequence
  }

  /// Orders by device, then sequence.
  public static func < (left: EventKey, right: EventKey) -> Bool {
    (left.device, left.sequence) < (right.device, right.sequence)
  }
}

/// One line of the append-only log: the only truth about what a learner did.
public struct Event: Sendable, Equatable {
  /// The event's name.
  public let key: EventKey

  /// The wall clock when it happened, with the zone's offset.
  public let moment: Moment

  /// max(wall clock, last effective time + 1 ms): only orders events, never measures time.
  public let effectiveAt: Instant

  /// The card it is about; nil for settings.
  public let card: CardID?

  /// What happened.
  public let kind: EventKind

  /// An event with all its parts.
  public init(key: EventKey, moment: Moment, effectiveAt: Instant, card: CardID?, kind: EventKind) {
    self.key = key
    self.moment = moment
    self.effectiveAt = effectiveAt
    self.card = card
    self.kind = kind
  }

  /// The order in which events are replayed: effective time, device, sequence.
  public static func replaysBefore(_ left: Event, _ right: Event) -> Bool {
    (left.effectiveAt, left.key) < (right.effectiveAt, right.key)
  }
}

/// What an event says.
public enum EventKind: Sendable, Equatable {
  /// One answered showing.
  case review(Review)
  /// The named event counts as if it had not happened.
  case undo(EventKey)
  /// The card is not asked until resumed.
  case suspend
  /// The card is asked again.
  case resume
  /// The card is hidden until the next study day.
  case bury
  /// The card is no longer buried.
  case unbury
  /// The learner marked the card, or took the mark away.
  case flag(Bool)
  /// The card starts anew; its history stays readable.
  case forget
  /// The card falls due on a day of the learner's choice.
  case reschedule(StudyDay)
  /// The card's text from here on.
  case revision(CardRevision)
  /// A setting from here on.
  case setting(SettingChange)
}

/// What one answered showing left behind.
public struct Review: Sendable, Equatable {
  /// The learner's rating.
  public let rating: Rating

  /// The time from question to rating.
  public let duration: Milliseconds

  /// What was typed or chosen; nil where the answer was only revealed.
  public let answer: String?

  /// Whether the typed answer was right; nil where nothing was typed.
  public let isCorrect: Bool?

  /// The interval that the learner was told, which replay keeps.
  public let interval: Interval

  /// The revision of the card's text that was asked.
  public let revision: UInt64

  /// The scheduler that gave the interval.
  public let scheduler: SchedulerName

  /// The number of weight changes before this review; 0 means the scheduler's own defaults.
  public let weightsVersion: Int

  /// A review with all its parts.
  public init(
    rating: Rating,
    duration: Milliseconds,
    answer: String?,
    isCorrect: Bool?,
    interval: Interval,
    revision: UInt64,
    scheduler: SchedulerName,
    weightsVersion: Int
  ) {
    self.rating = rating
    self.duration = duration
    self.answer = answer
    self.isCorrect = isCorrect
    self.interval = interval
    self.revision = revision
    self.scheduler = scheduler
    self.weightsVersion = weightsVersion
  }
}

/// The text of a card as it was from some review on.
public struct CardRevision: Sendable, Equatable {
  /// The card as asked.
  public let card: Card

  /// The deck it stood in.
  public let deck: String

  /// Whether the answer changed against the revision before, so that the learner starts anew on it.
  public let startsAnew: Bool

  /// What names the revision: the hash of the card's whole text.
  public var fingerprint: UInt64 { card.textFingerprint }

  /// A revision with all its parts.
  public init(card: Card, deck: String, startsAnew: Bool) {
    self.card = card
    self.deck = deck
    self.startsAnew = startsAnew
  }
}

/// A setting's new value, in the text in which `settings` shows it.
public struct SettingChange: Sendable, Equatable {
  /// Which setting.
  public let setting: Setting

  /// The deck it holds for; nil for all decks.
  public let deck: String?

  /// The value as text; nil puts the default back.
  public let value: String?

  /// A change with all its parts.
  public init(_ setting: Setting, deck: String? = nil, value: String?) {
    self.setting = setting
    self.deck = deck
    self.value = value
  }
}
