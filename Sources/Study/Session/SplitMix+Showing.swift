import Cards
import Language
import Scheduling

extension SplitMix {
  /// The numbers for one showing of one card.
  init(seed: UInt64, card: CardID, repetition: Int) {
    let showing = UInt64(truncatingIfNeeded: repetition) &* 0x9e37_79b9_7f4a_7c15
    self.init(seed: seed ^ stableHash(card.text) ^ showing)
  }
}
