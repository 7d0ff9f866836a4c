// The room Study: what a learner did, what follows from it, and what to ask next.
//
// In:    cards of decks, the events of a learner's log, a learner's commands, the moment they come at.
// Out:   each card's progress as the replay of its events; a session that says what to show and which
//        effects to record; whether an answer is right; settings as values.
// Never: read a clock, a file or a random source of its own; write an event (it says which to write); know
//        how a front end draws or how a store keeps; trap on any log or any command.
