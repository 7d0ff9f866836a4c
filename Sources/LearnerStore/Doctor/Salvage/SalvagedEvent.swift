import Cards
import Scheduling
import Study

extension StoredEvent {
  /// The event in a record of the shape of `event`; nil for any other record.
  init?(_ record: SQLiteRecord) {
    guard record.has("iiiIiiiIIITIIIIIi"), let device = record.integer(0), let sequence = record.integer(1),
      let kind = record.integer(2), let effectiveAt = record.integer(4), let wallLag = record.integer(5),
      let offset = record.integer(6), let checksum = record.integer(16)
    else { return nil }
    self.init(
      device: device,
      sequence: sequence,
      kind: kind,
      card: record.integer(3),
      effectiveAt: effectiveAt,
      wallLag: wallLag,
      offsetMinutes: offset,
      cardText: record.integer(7),
      rating: record.integer(8),
      duration: record.integer(9),
      answer: record.text(10),
      isCorrect: record.integer(11),
      intervalDays: record.integer(12),
      intervalMilliseconds: record.integer(13),
      scheduler: record.integer(14),
      weightsVersion: record.integer(15),
      checksum: checksum
    )
  }
}

extension SalvagedRows {
  /// The event that a row was, with the first meaning of its numbers that fits its checksum; nil where none
  /// does.
  func event(_ stored: StoredEvent) -> Event? {
    guard let code = stored.code else { return nil }
    let slot = Slot(device: stored.device, sequence: stored.sequence)
    let cards: [CardID?] = stored.card.map { row in self.cards(row) } ?? [nil]
    for device in devices(stored.device) {
      for card in cards {
        for kind in kinds(code, stored, card: card, slot) {
          if let event = stored.event(device: device, card: card, kind: kind) { return event }
        }
      }
    }
    return nil
  }

  private func kinds(_ code: EventCode, _ stored: StoredEvent, card: CardID?, _ slot: Slot) -> [EventKind] {
    switch code {
    case .review:
      let known = stored.cardText.flatMap { texts[$0] } ?? []
      return known.compactMap { $0.integer(1) }
        .compactMap { stored.review(ofText: UInt64(bitPattern: $0)) }.map(EventKind.review)
    case .undo:
      return (pairs[slot] ?? []).flatMap { device, sequence in
        devices(device).map { .undo(EventKey(device: $0, sequence: sequence)) }
      }
    case .suspend: return [.suspend]
    case .resume: return [.resume]
    case .bury: return [.bury]
    case .unbury: return [.unbury]
    case .flag: return [.flag(true)]
    case .unflag: return [.flag(false)]
    case .forget: return [.forget]
    case .reschedule: return (numbers[slot] ?? []).map { .reschedule(StudyDay(number: Int($0))) }
    case .revision:
      guard let card, let row = stored.cardText else { return [] }
      return (pairs[slot] ?? []).flatMap { deck, startsAnew in
        (names[deck] ?? []).flatMap { name in
          texts(row, of: card).map {
            .revision(CardRevision(card: $0, deck: name, startsAnew: startsAnew != 0))
          }
        }
      }
    case .setting: return (settings[slot] ?? []).flatMap(changes).map(EventKind.setting)
    }
  }

  private func changes(_ record: SQLiteRecord) -> [SettingChange] {
    guard let setting = record.text(2).flatMap({ Setting(rawValue: $0) }) else { return [] }
    let decks: [String?] = record.integer(3).map { row in names[row] ?? [] } ?? [nil]
    return decks.map { SettingChange(setting, deck: $0, value: record.text(4)) }
  }
}

extension CardText {
  /// The text of a card in a record of the shape of `cardText`; nil where only its fingerprint is known.
  static func card(_ record: SQLiteRecord, id: CardID) -> Card? {
    guard let kind = record.text(2).flatMap({ CardKind(rawValue: $0) }),
      let accept = record.text(3).flatMap({ AcceptRule(rawValue: $0) }), let question = record.text(6)
    else { return nil }
    return Card(
      id: id,
      kind: kind,
      section: ItemText.items(record.text(4) ?? ""),
      context: record.text(5),
      question: question,
      answers: ItemText.items(record.text(7) ?? ""),
      accept: accept,
      choices: ItemText.items(record.text(8) ?? ""),
      truth: record.integer(9).map { $0 != 0 },
      correction: record.text(10),
      passage: record.text(11),
      remark: record.text(12),
      tags: ItemText.items(record.text(13) ?? ""),
      siblingGroup: "",
      place: 0,
      line: 1
    )
  }
}
