import Cards
import Scheduling
import Study

extension LogRow {
  /// The row of an event.
  convenience init(_ event: Event) {
    self.init()
    entry = EventCode(event.kind).name
    device = event.key.device.text
    sequence = event.key.sequence
    card = event.card?.text
    time = event.moment.instant.milliseconds
    offset = Int64(event.moment.offset.minutes)
    effectiveTime = event.effectiveAt.milliseconds
    checksum = hexadecimal(event.checksum)
    switch event.kind {
    case .review(let review): take(review)
    case .undo(let key):
      undoneDevice = key.device.text
      undoneSequence = key.sequence
    case .reschedule(let day): studyDay = Int64(day.number)
    case .revision(let revision):
      deck = revision.deck
      startsAnew = revision.startsAnew
      take(revision.card)
    case .setting(let change):
      setting = change.setting.rawValue
      deck = change.deck
      value = change.value
    case .suspend, .resume, .bury, .unbury, .flag, .forget: break
    }
  }

  private func take(_ review: Review) {
    rating = Int64(review.rating.rawValue)
    duration = review.duration.value
    answer = review.answer
    isCorrect = review.isCorrect
    switch review.interval {
    case .days(let days): intervalDays = Int64(days)
    case .exact(let wait): intervalMilliseconds = wait.value
    }
    scheduler = review.scheduler.rawValue
    weightsVersion = Int64(review.weightsVersion)
    revision = hexadecimal(review.revision)
  }

  /// The event of the row; nil where it is none, or not the one that was exported.
  func event() -> Event? {
    guard let code = entry.flatMap({ EventCode(name: $0) }), let device = device.flatMap({ DeviceID($0) }),
      let sequence, let time, let offset, (-1_440...1_440).contains(offset), let effectiveTime,
      let kind = kind(of: code)
    else { return nil }
    var id: CardID?
    if let card {
      guard let known = CardID(card) else { return nil }
      id = known
    }
    let event = Event(
      key: EventKey(device: device, sequence: sequence),
      moment: Moment(Instant(milliseconds: time), offset: UTCOffset(minutes: Int(offset))),
      effectiveAt: Instant(milliseconds: effectiveTime),
      card: id,
      kind: kind
    )
    return hexadecimal(event.checksum) == checksum ? event : nil
  }

  private func kind(of code: EventCode) -> EventKind? {
    switch code {
    case .review: review.map(EventKind.review)
    case .undo: undone.map(EventKind.undo)
    case .suspend: .suspend
    case .resume: .resume
    case .bury: .bury
    case .unbury: .unbury
    case .flag: .flag(true)
    case .unflag: .flag(false)
    case .forget: .forget
    case .reschedule: studyDay.map { .reschedule(StudyDay(number: Int($0))) }
    case .revision: cardRevision.map(EventKind.revision)
    case .setting: settingChange.map(EventKind.setting)
    }
  }

  private var review: Review? {
    guard let rating = rating.flatMap({ Rating(rawValue: Int($0)) }), let duration, let weightsVersion,
      let scheduler = scheduler.flatMap({ SchedulerName(rawValue: $0) }),
      let revision = revision.flatMap({ UInt64($0, radix: 16) }),
      let interval = intervalDays.map({ Interval.days(Int($0)) })
        ?? intervalMilliseconds.map({ .exact(Milliseconds($0)) })
    else { return nil }
    return Review(
      rating: rating,
      duration: Milliseconds(duration),
      answer: answer,
      isCorrect: isCorrect,
      interval: interval,
      revision: revision,
      scheduler: scheduler,
      weightsVersion: Int(weightsVersion)
    )
  }

  private var undone: EventKey? {
    guard let device = undoneDevice.flatMap({ DeviceID($0) }), let undoneSequence else { return nil }
    return EventKey(device: device, sequence: undoneSequence)
  }

  private var cardRevision: CardRevision? {
    guard let card = textOfCard(), let deck, let startsAnew else { return nil }
    return CardRevision(card: card, deck: deck, startsAnew: startsAnew)
  }

  private var settingChange: SettingChange? {
    guard let setting = setting.flatMap({ Setting(rawValue: $0) }) else { return nil }
    return SettingChange(setting, deck: deck, value: value)
  }
}
