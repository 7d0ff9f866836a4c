// The whole screen, drawn with ncursesw, which sends only what changed.
//
// Keys are read and told apart elsewhere: curses loses the beginning of a character whose bytes come apart.

// For wcwidth.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"

#include <curses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *screen_input;
static FILE *screen_output;
static bool has_colours;

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

// Appends a capability of the terminal without its padding; whatever does not fit is left out.
static void append(char *text, size_t room, const char *more) {
  if (more == NULL || more == (char *)-1) return;
  size_t length = strlen(text);
  for (const char *at = more; *at != 0 && length + 1 < room; at++) {
    if (at[0] == '$' && at[1] == '<') {
      const char *end = strchr(at, '>');
      if (end != NULL) {
        at = end;
        continue;
      }
    }
    text[length++] = *at;
  }
  text[length] = 0;
}

static bool has(const char *capability) {
  const char *text = tigetstr(capability);
  return text != NULL && text != (char *)-1;
}

static void tell_guard(void) {
  char hello[256] = "";
  char goodbye[256] = "";
  append(hello, sizeof hello, tigetstr("smcup"));
  append(hello, sizeof hello, tigetstr("rmkx"));
  append(hello, sizeof hello, paste_on);
  append(goodbye, sizeof goodbye, paste_off);
  append(goodbye, sizeof goodbye, tigetstr("sgr0"));
  append(goodbye, sizeof goodbye, tigetstr("cnorm"));
  append(goodbye, sizeof goodbye, tigetstr("rmcup"));
  wengu_guard_screen(hello, goodbye);
}

static FILE *reopened(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (file == NULL) close(copy);
  return file;
}

bool wengu_screen_open(int input, int output, bool wants_colours) {
  if (screen != NULL || !wengu_use_utf8()) return false;
  screen_input = reopened(input, "r");
  screen_output = reopened(output, "w");
  if (screen_input != NULL && screen_output != NULL) screen = newterm(NULL, screen_output, screen_input);
  // A terminal on which the cursor cannot be placed is no screen.
  if (screen == NULL || !has("cup")) {
    wengu_screen_close();
    return false;
  }
  cbreak();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  has_colours = wants_colours && has_colors() && start_color() == OK && use_default_colors() == OK;
  for (short colour = 1; has_colours && colour < 8; colour++) init_pair(colour, colour, -1);
  tell_guard();
  wengu_write(output, paste_on, sizeof paste_on - 1);
  wengu_screen_fit();
  return true;
}

void wengu_screen_close(void) {
  if (screen != NULL) {
    wengu_write(fileno(screen_output), paste_off, sizeof paste_off - 1);
    wengu_guard_screen("", "");
    curs_set(1);
    endwin();
    delscreen(screen);
  }
  screen = NULL;
  if (screen_input != NULL) fclose(screen_input);
  if (screen_output != NULL) fclose(screen_output);
  screen_input = NULL;
  screen_output = NULL;
}

void wengu_screen_fit(void) {
  struct winsize size;
  if (ioctl(fileno(screen_output), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resizeterm(size.ws_row, size.ws_col);
  }
  clearok(curscr, TRUE);
}

void wengu_screen_leave(void) {
  wengu_write(fileno(screen_output), paste_off, sizeof paste_off - 1);
  curs_set(1);
  endwin();
}

void wengu_screen_resume(void) {
  reset_prog_mode();
  wengu_screen_greet(fileno(screen_output));
  wengu_screen_fit();
}

int wengu_screen_columns(void) { return COLS; }

int wengu_screen_rows(void) { return LINES; }

void wengu_screen_erase(void) { erase(); }

static attr_t attributes(unsigned look) {
  return (look & WENGU_BOLD ? WA_BOLD : 0) | (look & WENGU_DIM ? WA_DIM : 0) |
         (look & WENGU_UNDERLINE ? WA_UNDERLINE : 0) | (look & WENGU_REVERSE ? WA_REVERSE : 0);
}

void wengu_screen_put(int row, int column, const char *text, unsigned look, int colour) {
  size_t room = strlen(text) + 1;
  wchar_t *wide = calloc(room, sizeof *wide);
  if (wide == NULL) return;
  size_t count = mbstowcs(wide, text, room);
  if (count != (size_t)-1) {
    // What the system knows no width of would end the row.
    for (size_t i = 0; i < count; i++) {
      if (wcwidth(wide[i]) < 0) wide[i] = L'?';
    }
    attr_set(attributes(look), has_colours ? (short)colour : 0, NULL);
    mvaddnwstr(row, column, wide, (int)count);
    attr_set(WA_NORMAL, 0, NULL);
  }
  free(wide);
}

void wengu_screen_show(int row, int column) {
  if (row >= 0 && column >= 0) {
    curs_set(1);
    move(row, column);
  } else {
    curs_set(0);
  }
  refresh();
}

bool wengu_has_input(int descriptor, int milliseconds) {
  struct pollfd waiting = {.fd = descriptor, .events = POLLIN};
  return poll(&waiting, 1, milliseconds) > 0;
}
