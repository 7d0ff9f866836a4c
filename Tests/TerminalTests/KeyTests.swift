import Testing

@testable import Terminal

/// Bytes of a terminal as keys, and keys that edit a text.
struct KeyTests {
  @Test(
    arguments: [
      ("a你", [Key.text("a"), .text("你")]),
      ("\r\n\t\u{7F}\u{8}", [.enter, .enter, .tab, .backspace, .backspace]),
      ("\u{1}\u{3}\u{4}", [.control("a"), .interrupted, .control("d")]),
      ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[1;5D", [.up, .down, .right, .left]),
      ("\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.home, .end, .delete, .pageUp, .pageDown]),
      ("\u{1B}OP\u{1B}[11~\u{1B}[[A", [.help, .help, .help]),
      ("\u{1B}[38;5;1mx\u{1B}[99~y\u{1B}xz", [.text("x"), .text("y"), .text("z")]),
      ("\u{1B}[200~你\n好\u{1B}[A\u{1B}[201~!", [.paste("你\n好\u{1B}[A"), .text("!")]),
    ]
  )
  func `what a terminal sends is told apart`(bytes: String, keys: [Key]) {
    var whole = KeyDecoder()
    let atOnce = whole.decode(bytes.utf8)
    #expect(atOnce == keys)
    var apart = KeyDecoder()
    let byteByByte = bytes.utf8.flatMap { apart.decode([$0]) }
    #expect(byteByByte == keys)
  }

  @Test func `Escape is a key when nothing follows`() {
    var decoder = KeyDecoder()
    let atFirst = decoder.decode([0x1B])
    #expect(atFirst.isEmpty)
    #expect(decoder.isWaiting)
    let settled = decoder.settle()
    #expect(settled == [.escape])
    let after = decoder.decode("[A".utf8)
    #expect(after == [.text("["), .text("A")])
  }

  @Test func `bytes that are no UTF-8 are dropped and swallow nothing`() {
    var decoder = KeyDecoder()
    let keys = decoder.decode([0xE4, 0xBD] + Array("x好".utf8) + [0xFF, 0x80])
    #expect(keys == [.text("x"), .text("好")])
  }

  @Test(
    arguments: [
      ([Key.text("你"), .text("好"), .backspace], "你|"),
      ([.text("e"), .text("\u{301}"), .text("a"), .left, .backspace], "|a"),
      ([.text("👩"), .text("\u{200D}"), .text("🔬"), .backspace], "|"),
      ([.paste("a\nb\u{1B}c"), .home, .delete], "| bc"),
      ([.paste("one two"), .control("w")], "one |"),
      ([.paste("one"), .left, .control("k"), .control("a"), .text("x")], "x|on"),
      ([.paste("one"), .left, .control("u")], "|e"),
    ]
  )
  func `keys edit a text by what a reader sees as characters`(keys: [Key], text: String) {
    var field = TextField()
    let areEdits = keys.map { field.edit($0) }
    #expect(areEdits.allSatisfy { $0 })
    #expect("\(field.before)|\(field.after)" == text)
  }
}
