import Language
import LearnerStore
import Reports
import Scheduling
import Study

/// Why a command could not do its work.
enum CommandFailure: Error {
  /// Neither `--data` nor the environment says where learner files lie.
  case noHome
  /// `WENGU_NOW` is not RFC 3339.
  case unreadableNow(String)
  /// `TZ` names no zone.
  case unknownZone(String)
  /// The essay's bytes are no text.
  case essay(path: String, DecodingFailure)
  /// The essay is text, but no card could be made of it.
  case nothingToAsk(path: String, isNarrowed: Bool)
  /// Two essays of one deck have the same bare name.
  case sameName(path: String)
  /// The generator could not be run to a good end.
  case generator(program: String, ChildFailure)
  /// Of all lines that the generator printed not one was a card; the first one's fault.
  case generatorWithoutCards(program: String, GeneratorFault)
  /// The deck would be written over its own essay.
  case outputIsEssay(path: String)
  /// What stands where the deck is to be written is no deck.
  case outputIsNoDeck(path: String)
  /// What stands where lines of JSON are to be written are none.
  case outputIsNoLines(path: String)
  /// A preview would be written over its deck.
  case outputIsDeck(path: String)
  /// A deck's bytes are no text.
  case deckText(path: String, DecodingFailure)
  /// The deck has errors; they were printed.
  case deckErrors(count: Int)
  /// The deck's cards need ids, and the file cannot be written.
  case deckNeedsIDs(path: String, count: Int)
  /// A folder holds no deck.
  case noDeckIn(folder: String)
  /// A deck holds no card that can be asked.
  case deckWithoutCards(path: String)
  /// No deck was named and none is remembered.
  case noDecks(learner: String)
  /// No card is what a session was asked to be about.
  case noCardMatches
  /// No remembered deck has this name.
  case unknownDeck(String, known: [String])
  /// Several remembered decks have this name.
  case ambiguousDeck(String, paths: [String])
  /// There is no learner file of this name.
  case unknownLearner(String, known: [String])
  /// No setting has this name.
  case unknownSetting(String, suggestion: String?)
  /// The setting's value does not fit.
  case setting(SettingFailure)
  /// The first word names no command.
  case unknownCommand(String, suggestion: String?)
  /// The learner's name cannot be one.
  case learnerName(String, LearnerNameFailure)
  /// A file is not the CSV it should be.
  case csv(path: String, CSVFailure)
  /// A review log does not say what it should.
  case reviewLog(path: String, ReviewLogFailure)
  /// A table `log` is not what was exported.
  case log(path: String, LogFailure)
  /// An event of a table `log` cannot be merged; the line on which it stands, where that is known.
  case unmergeable(path: String, line: Int?, MergeRefusal)
  /// A log that can be read only once has a row that lies before its card's last one.
  case logOutOfOrder(path: String, line: Int, card: String)
  /// The weights cannot be this scheduler's.
  case weights(WeightsFailure, SchedulerName)
  /// An option of scheduling is out of its range.
  case scheduling(SettingsFailure)
  /// The learner's algorithm has no weights to fit.
  case noWeightsToFit
  /// The day to be ready by is not within the next ten years.
  case examNotAhead(date: String, today: String)
  /// There is no card to prepare.
  case nothingToPrepare
  /// There is no backup to restore.
  case noBackups(learner: String, folder: String)
  /// The file to restore is the learner's own.
  case backupIsCurrent(path: String)
  /// The learner did not say yes to a restore.
  case notConfirmed
  /// A deck that is to be read as an essay names none.
  case deckNamesNoEssay(path: String)
  /// The essay that a deck names does not lie beside it.
  case essayNotBeside(path: String, names: [String])
  /// No section of a deck has such a heading.
  case unknownSection(String, path: String)
  /// A query for cards cannot be read.
  case query(QueryFailure)
  /// No card is what was asked for; the words of the query.
  case noCardFound(query: [String])
  /// No card has these ids.
  case unknownCards([String])
  /// The learner did not say yes to a change of so many cards.
  case cardsNotConfirmed(count: Int)
  /// The learner did not say yes to taking back so many events.
  case undoNotConfirmed(count: Int)
  /// This device has done nothing that it could take back.
  case nothingToUndo
  /// The data stream could not be written to.
  case output(errno: Int32)
}
