// Layouts in a process of their own: one that takes too long can be stopped, what Graphviz forgets to free goes with it, and so does a crash.
#ifndef CGRAPHVIZ_WORKER_H
#define CGRAPHVIZ_WORKER_H

#include <cgraph.h>
#include <errno.h>
#include <fcntl.h>
#include <gvc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  pid_t process;
  int input;
} cgraphviz_worker;

// 0 done, 1 Graphviz failed, 2 the time was over, 3 no process could be had.
typedef enum { cgraphviz_done, cgraphviz_failed, cgraphviz_too_late, cgraphviz_no_process } cgraphviz_outcome;

static inline int cgraphviz_hear_nothing(char *text) {
  (void)text;
  return 0;
}

// One line for each thing that has a place:
//   g left bottom right top      the drawing
//   n index x y                  node "n<index>"
//   c index left bottom right top  subgraph "cluster_<index>"
//   e index has-tip x y points x y x y ...  edge whose id is <index>; its tip is where the arrow points, at either end
//   l index x y                  the middle of that edge's label
static inline void cgraphviz_write_layout(Agraph_t *graph, FILE *out) {
  char id[] = "id";
  boxf box = GD_bb(graph);
  fprintf(out, "g %.3f %.3f %.3f %.3f\n", box.LL.x, box.LL.y, box.UR.x, box.UR.y);
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
    fprintf(out, "n %s %.3f %.3f\n", agnameof(node) + 1, ND_coord(node).x, ND_coord(node).y);
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
      const char *name = agget(edge, id);
      if (!name) continue;
      splines *route = ED_spl(edge);
      if (route && route->size == 1) {
        bezier line = route->list[0];
        pointf tip = line.eflag ? line.ep : line.sp;
        int has_tip = line.eflag || line.sflag;
        fprintf(out, "e %s %d %.3f %.3f %d", name, has_tip, has_tip ? tip.x : 0, has_tip ? tip.y : 0, line.size);
        for (int i = 0; i < line.size; i++) fprintf(out, " %.3f %.3f", line.list[i].x, line.list[i].y);
        fprintf(out, "\n");
      }
      if (ED_label(edge) && ED_label(edge)->set) fprintf(out, "l %s %.3f %.3f\n", name, ED_label(edge)->pos.x, ED_label(edge)->pos.y);
    }
  }
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part)) {
    boxf frame = GD_bb(part);
    if (!strncmp(agnameof(part), "cluster_", 8))
      fprintf(out, "c %s %.3f %.3f %.3f %.3f\n", agnameof(part) + 8, frame.LL.x, frame.LL.y, frame.UR.x, frame.UR.y);
  }
}

// Reads a graph, lays it out and writes the places; false if Graphviz failed. Leaves the graph behind.
static inline int cgraphviz_lay_out(GVC_t *context, const char *dot, const char *engine, FILE *out) {
  Agraph_t *graph = agmemread(dot);
  if (!graph) return 0;
  // sfdp starts from random positions: the same ones each time.
  srand(1);
  srand48(1);
  int done = gvLayout(context, graph, engine) == 0;
  if (done) cgraphviz_write_layout(graph, out);
  // Nothing is freed: the process ends here, and Graphviz 2.42 may free the parts of a graph with clusters twice.
  return done;
}

// Loads the engines, so that the processes of layouts find them loaded: loading is not safe in the child of a program with several threads.
static inline void cgraphviz_load_engines(GVC_t *context) {
  const char *engines[] = {"dot", "sfdp"};
  for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
    Agraph_t *graph = agmemread("digraph { node [label=\"\"] a -> b }");
    if (!graph) continue;
    if (gvLayout(context, graph, engines[i]) == 0) gvFreeLayout(context, graph);
    agclose(graph);
  }
}

// Starts a layout. Nobody else may be inside Graphviz meanwhile; the process is `-1` if there is none to be had.
static inline cgraphviz_worker cgraphviz_start(GVC_t *context, const char *dot, const char *engine, double seconds) {
  cgraphviz_worker worker = {-1, -1};
  int ends[2];
  if (pipe(ends) != 0) return worker;
  pid_t process = fork();
  if (process == 0) {
    close(ends[0]);
    // Ends even if the parent, which would stop it, is gone.
    struct rlimit limit = {(rlim_t)seconds + 5, (rlim_t)seconds + 6};
    setrlimit(RLIMIT_CPU, &limit);
    // A crash is this process's own affair: no report on the parent's terminal.
    int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, 2);
    agseterrf(cgraphviz_hear_nothing);
    FILE *out = fdopen(ends[1], "w");
    int done = out && cgraphviz_lay_out(context, dot, engine, out) && fflush(out) == 0;
    _exit(done ? 0 : 1);
  }
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return worker;
  }
  worker.process = process;
  worker.input = ends[0];
  return worker;
}

static inline double cgraphviz_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Waits for a layout, at most so long, and gives what it wrote, which the caller frees.
static inline cgraphviz_outcome cgraphviz_finish(cgraphviz_worker worker, double seconds, char **text, size_t *length) {
  double end = cgraphviz_seconds() + seconds;
  size_t room = 1 << 16, used = 0;
  char *data = (char *)malloc(room);
  int late = 0;
  for (;;) {
    double left = end - cgraphviz_seconds();
    struct pollfd ready = {worker.input, POLLIN, 0};
    int found = left > 0 ? poll(&ready, 1, (int)(left * 1000) + 1) : 0;
    if (found < 0 && errno == EINTR) continue;
    if (found == 0) late = 1;
    if (found <= 0 || !data) break;
    if (used == room) {
      char *more = (char *)realloc(data, room *= 2);
      if (!more) break;
      data = more;
    }
    ssize_t count = read(worker.input, data + used, room - used);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    used += (size_t)count;
  }
  close(worker.input);
  if (late) kill(worker.process, SIGKILL);
  int status = used ? 0 : 1;
  while (waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
  }
  if (late || !data || status != 0) {
    free(data);
    return late ? cgraphviz_too_late : cgraphviz_failed;
  }
  *text = data;
  *length = used;
  return cgraphviz_done;
}

// The same in this process, for where there is no other, without a limit.
static inline cgraphviz_outcome cgraphviz_run(GVC_t *context, const char *dot, const char *engine, char **text, size_t *length) {
  FILE *out = open_memstream(text, length);
  if (!out) return cgraphviz_failed;
  int done = cgraphviz_lay_out(context, dot, engine, out);
  fclose(out);
  if (!done) {
    free(*text);
    return cgraphviz_failed;
  }
  return cgraphviz_done;
}

#endif
