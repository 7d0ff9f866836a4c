import GRDB
import Study

/// All events in the order of their replay, one at a time.
///
/// The effective time rises within each device, so the devices' logs need only be merged, and nothing is
/// sorted.
struct EventStream {
  private let decoder: EventDecoder
  private var heads: [Head] = []

  private struct Head {
    var event: Event
    var card: Int64?
    let rest: RawRows
  }

  /// An event with the row of its card.
  struct Item {
    let event: Event
    let card: Int64?
  }

  /// The stream over a whole log.
  init(_ db: Database) throws {
    decoder = try EventDecoder(forAllOf: db)
    for device in try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name") {
      let rest = try LogReader.rows(ofDevice: device, in: db)
      if let row = try rest.next() {
        let stored = StoredEvent(row)
        heads.append(Head(event: try decoder.event(stored), card: stored.card, rest: rest))
      }
    }
  }

  /// The next event; nil at the end.
  ///
  /// - Throws: ``StoredDamage`` at an event whose checksum or place in time does not fit.
  mutating func next() throws -> Item? {
    guard var first = heads.indices.first else { return nil }
    for index in heads.indices.dropFirst()
    where Event.replaysBefore(heads[index].event, heads[first].event) { first = index }
    let item = Item(event: heads[first].event, card: heads[first].card)
    if let row = try heads[first].rest.next() {
      let stored = StoredEvent(row)
      let following = try decoder.event(stored)
      guard item.event.effectiveAt < following.effectiveAt else {
        throw StoredDamage.event(device: item.event.key.device.text, sequence: following.key.sequence)
      }
      heads[first].event = following
      heads[first].card = stored.card
    } else {
      heads.remove(at: first)
    }
    return item
  }
}
