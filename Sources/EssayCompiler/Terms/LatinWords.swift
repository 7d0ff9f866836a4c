/// The closed classes of English words, and the few open ones that the lexicon would mislead about.
enum LatinWords {
  /// What a word of a closed class does.
  struct Entry: Sendable {
    var tag: Tag
    var form: WordForm
  }

  /// Entries by the number of the word (`WordSet.number`).
  static let closed: [UInt64: Entry] = {
    var table: [UInt64: Entry] = [:]
    for (tag, form, list) in lists {
      for word in list.split(separator: " ") {
        table[WordSet.number(String(word))] = Entry(tag: tag, form: form)
      }
    }
    return table
  }()

  private static let lists: [(Tag, WordForm, String)] = [
    (
      .particle, .none,
      "the a an this these those its their his her our my your some any each every no another such both either neither all most many several few much thy thine whose own"
    ),
    (
      .pronoun, .none,
      "it he she they we you i him them us me who whom which what itself themselves himself herself ourselves yourself myself ones others something anything nothing everything everyone someone anyone nobody somebody everybody there thou thee ye whatever whoever that"
    ),
    (
      .preposition, .none,
      "of in on at to for with from by as about into onto upon over under between among amongst through during against within without toward towards across behind beyond since until till before after above below near off out per via amid around along despite except unlike like inside outside throughout than concerning regarding beneath beside besides amidst unto versus notwithstanding"
    ),
    (
      .conjunction, .none,
      "and or but nor so yet because although though while whereas if unless when whenever where wherever whether once lest however therefore thus hence moreover furthermore whereby wherein why how"
    ),
    (.auxiliary, .be, "is are was were be been being am isn't aren't wasn't weren't art wast it's that's"),
    (.auxiliary, .have, "has have had having hath hast hasn't haven't hadn't"),
    (.auxiliary, .act, "do does did doth don't doesn't didn't"),
    (
      .auxiliary, .modal,
      "can could may might must shall should will would cannot won't can't couldn't wouldn't shouldn't mustn't ought"
    ),
    (
      .adverb, .none,
      "not also only even still just very too more less least often always never sometimes usually now then here again already soon later ever rather quite almost perhaps well far much up down away back together instead indeed finally today currently simply nowadays twice respectively first-hand seldom thereby therein thereof n't else maybe abroad forever ago"
    ),
    (
      .numeral, .none,
      "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion trillion twenty thirty forty fifty sixty seventy eighty ninety half thirteen fourteen fifteen sixteen"
    ),
    (
      .adjective, .none,
      "new old good great high small large long little same other different important major main public free full certain able possible necessary first second third fourth fifth last next early late young common strong whole true real clear recent single various available better best worse worst higher lower larger smaller short low poor rich big bad own former latter top very key"
    ),
    (.verb, .base, "become give make take let see think know believe want need try keep tend seem refer"),
    (.verb, .participle, "called named known made based given"),
    (.noun, .none, "example instance lot kind sort number part way time people thing"),
  ]
}
