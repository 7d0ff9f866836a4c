/// The character under which words are looked up: Simplified for Traditional, ASCII for full width.
///
/// One scalar for one scalar, so that offsets hold; the source keeps its own characters. Where a Traditional
/// character has several simplified ones, it is always the same one of them. Source: OpenCC's TSCharacters.
public func foldedForLookup(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3000: " "
  default: CharacterTable.simplified(scalar)
  }
}
