/// The closed classes of English words and its commonest verbs, from which the rest is guessed.
enum LatinWords {
  static let tags: [String: Tag] = {
    var tags: [String: Tag] = [:]
    for verb in verbs.split(separator: " ") {
      for form in forms(of: String(verb)) { tags[form] = .verb }
    }
    for verb in irregular.split(separator: " ") { tags[String(verb)] = .verb }
    for noun in nouns.split(separator: " ") { tags[String(noun)] = .noun }
    for (tag, list) in closed {
      for word in list.split(separator: " ") { tags[String(word)] = tag }
    }
    return tags
  }()

  private static func forms(of verb: String) -> [String] {
    if verb.hasSuffix("e") {
      return [verb, verb + "s", verb + "d", verb.dropLast() + "ing"]
    }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return [verb, verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing"]
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].contains { verb.hasSuffix($0) }
    return [verb, verb + (sibilant ? "es" : "s"), verb + "ed", verb + "ing"]
  }

  private static let closed: [(Tag, String)] = [
    (
      .particle,
      "the a an this that these those its their his her our my your some any each every no another such both either neither all most many several few much"
    ),
    (
      .pronoun,
      "it he she they we you i him them us me who whom whose which what itself themselves himself herself one ones others something anything nothing everything everyone someone there"
    ),
    (
      .preposition,
      "of in on at to for with from by as about into onto over under between among through during against within without toward towards across behind beyond upon since until till before after above below near off out per via amid around along despite except unlike like inside outside throughout than worth concerning regarding"
    ),
    (
      .conjunction,
      "and or but nor so yet because although though while whereas if unless when whenever where wherever whether once lest however therefore thus hence moreover furthermore"
    ),
    (
      .auxiliary,
      "is are was were be been being am has have had having do does did done can could may might must shall should will would cannot don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't"
    ),
    (
      .adverb,
      "not also only even still just very too more less least often always never sometimes usually now then here again already soon later ever rather quite almost perhaps well far much up down away back together instead indeed finally first second third fourth fifth today currently additionally generally simply together nowadays once twice respectively especially particularly mainly mostly largely nearly approximately"
    ),
    (
      .numeral,
      "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion twenty thirty forty fifty half"
    ),
    (
      .adjective,
      "new old good great high small large long little own other same different important major main public free full certain able possible necessary first last next early late young common strong whole true real clear recent single various available better best worse worst higher lower larger smaller more"
    ),
  ]

  /// Nouns that the endings would take for verbs or adverbs.
  private static let nouns =
    "family supply reply assembly building meaning beginning being learning training setting engineering understanding feeling meeting painting writing king ring spring string thing morning evening wing bed seed speed need breed species means series process use work state change form point order place part time end side case number year people day way man world life hand child government company system program question night home water room mother area money story fact month lot right study book eye job word business issue kind head house service friend father power hour game line member law car city community name president team minute idea body information school parent face level office door health person art war history party result morning reason research girl guy moment air teacher force education"

  private static let verbs =
    "accept accompany achieve acquire add address adopt affect agree aim allow analyse analyze announce appear apply appoint approach argue arise arrange arrive ask assume attach attack attempt attend attract avoid base become begin believe belong bring build call carry cause change characterise characterize choose claim classify combine come compare compete complete compose comprise concern conclude conduct confirm connect consider consist constitute construct contain continue contribute control convert cooperate correspond cover create decide declare decline decrease define deliver demonstrate depend derive describe design destroy detect determine develop differ discard discover discuss display distinguish distribute divide dominate draw drive earn eat elect eliminate embrace emerge emphasise emphasize employ enable encourage encounter end enhance enjoy ensure enter establish estimate evolve examine exceed exist expand expect experience explain express extend extract face fail fall favor favour feed feel fight fill find finish fix flow fly follow force forecast form formalize found fulfil gain generate get give go govern grow guarantee handle happen help hide hold identify ignore illustrate imagine implement imply improve include incorporate increase indicate influence inform inherit inhibit initiate inspire install intend introduce invent investigate invite involve jeopardize join judge keep kill know lack last launch lead learn leave let lie limit link live locate lose maintain make manage manufacture marry mean measure meet mention merge migrate move need note obey observe obtain occupy occur offer open operate oppose organise organize originate outline overcome own participate pass pay perform permit persuade play possess predict prefer prepare present preserve prevent proceed produce progress prohibit promise promote propose protect prove provide publish purchase pursue push put raise reach react read realise realize receive recognise recognize recommend reduce refer reflect refuse reject relate release rely remain remember remove render replace reply report represent request require resemble resist resolve respond restore result retain return reveal rise rule run satisfy save say see seek seem select sell send separate serve settle share show sign solve speak specify spend split spread stand start state stay stem stimulate stop store strengthen study submit succeed suffer suggest summarize supply support suppose surround survive switch take teach tell tend think threaten translate transmit travel treat trigger try turn undergo understand undertake unite use vary view visit vote wait want warn watch wear win wish work worry write yield"

  private static let irregular =
    "became begun began brought built came chose chosen drew drawn drove driven ate eaten fell fallen fed felt fought found flew gave given gone went grew grown held kept knew known led left lost made meant met paid ran said saw seen sought sold sent shown spoke spoken spent stood taken took taught told thought understood undertook wore won wrote written rose risen sat spread put let hid hidden lay laid bore born broke broken forgot forgotten got gotten swore sworn bound wound lent dealt"
}
