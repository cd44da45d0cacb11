import type { Stmt } from "./ast.ts";
import { mentionsWatched } from "./close.ts";
import { effectsOf } from "./names.ts";
import type { ModuleState, Run, Slice } from "./objects.ts";
import { setsUpProcess, sliceOf } from "./slice.ts";

const NOTHING: Slice = { needs: [], free: [] };

/**
 * The statements so far of the file that was run which change `sys.path`, `os.environ` or logging, and imports of modules
 * of the repository that do.
 */
export function setupSlice(run: Run): Slice {
  const [main] = run.modules.values();
  if (!main) return NOTHING;
  const names = main.code.body.flatMap((statement) =>
    statement.start < main.position && importsSetup(run, statement, main) ? [...effectsOf(statement).binds] : [],
  );
  return sliceOf(main, names, main.position, (statement) => mentionsWatched(run, statement, main.scope), true);
}

/** Whether a statement imports a module of the repository that sets up the process when it is imported. */
function importsSetup(run: Run, statement: Stmt, main: ModuleState): boolean {
  if (statement.k !== "import" && statement.k !== "from") return false;
  const names = statement.names.map(({ name }) => name);
  const modules =
    statement.k === "from" ? [statement.module, ...names.map((name) => `${statement.module}.${name}`)] : names;
  return modules.some((name) => {
    const found = run.host.findModule(name, main.file);
    const module = found && "file" in found ? run.modules.get(found.file) : null;
    return module?.code.body.some(setsUpProcess) ?? false;
  });
}
