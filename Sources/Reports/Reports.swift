// The room Reports: what a learner's log says, counted and written down.
//
// In:   a `LearnerLog` (cards with their progress, reviews as they are replayed) and the moment to report on.
// Out:  statistics as values; CSV and JSON as bytes through a sink; text for a terminal, in both languages.
//       Every table is described once, as columns with a name, a type and a meaning: header, rows and the
//       data dictionary all come from that description.
// Never: touch the file system, the terminal, the clock or a random source; write to the log; hold the
//        whole log in memory; let a cell of foreign text run as a formula, unless raw text was asked for.
