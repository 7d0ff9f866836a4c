import Reports
import Scheduling
import Study
import Testing

@Suite struct PseudonymTests {
  /// Source: the test vectors of SipHash-2-4's reference implementation, key 00…0f, message 00, 01, ….
  @Test(
    "SipHash gives its reference's vectors",
    arguments: [
      (0, 0x726f_db47_dd0e_0e31), (1, 0x74f8_39c5_93dc_67fd), (7, 0xab02_00f5_8b01_d137),
      (8, 0x93f5_f579_9a93_2462), (15, 0xa129_ca61_49be_45e5),
    ] as [(UInt8, UInt64)]
  )
  func vectors(length: UInt8, hash: UInt64) {
    let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    #expect(sipHash(Array(0..<length), key: key) == hash)
  }

  @Test("A name has one pseudonym under a key, and another under another key")
  func keyed() {
    let own = Pseudonyms(key: (1, 2))
    #expect(own.learner("王芳") == Pseudonyms(key: (1, 2)).learner("王芳"))
    #expect(own.learner("王芳") != Pseudonyms(key: (1, 3)).learner("王芳"))
    #expect(own.learner("a") != own.device("a"))
  }

  @Test("No table tells a name where pseudonyms are asked for", arguments: Table.allCases)
  func hidden(table: Table) throws {
    var log = MemoryLog.deck(cards: 2)
    log.learner = "secret-name"
    log.review(.good, at: 1, interval: .days(1), device: "secretdevice")
    let records = ClassLogs([log], pseudonyms: Pseudonyms(key: (7, 7)))
    let text = try records.csv(table, at: moment(20))
    #expect(!text.contains("secret"))
    #expect(table == .items || text.contains("learner-"))
  }
}
