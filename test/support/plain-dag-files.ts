/** The head of a file of plain DAGs: Airflow's names, and an operator. */
export const PLAIN_HEAD = `from airflow import DAG
from airflow.decorators import dag, task, task_group
from airflow.models import BaseOperator
from airflow.utils.task_group import TaskGroup


class Job(BaseOperator):
    def __init__(self, command="", env=None, **kwargs):
        super().__init__(**kwargs)


`;

/** What it is about, the file below its head, and each DAG that it makes with the ids of its tasks. */
export const PLAIN_FILES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a with block",
    'with DAG("d") as x:\n    a = Job(task_id="a", command="x")\n    Job(task_id="b", command="x") << a\n',
    ["d a b"],
  ],
  [
    "a DAG by keyword, and tasks that name it",
    'd = DAG(dag_id="d", schedule=None)\na = Job(task_id="a", dag=d)\n',
    ["d a"],
  ],
  [
    "groups, with their prefix and without",
    'with DAG("d"):\n    with TaskGroup("g") as g:\n        Job(task_id="a")\n        with TaskGroup("h"):\n            Job(task_id="b")\n    with TaskGroup("k", prefix_group_id=False):\n        Job(task_id="c")\n    Job(task_id="e", task_group=g)\n',
    ["d c g.a g.e g.h.b"],
  ],
  [
    "TaskFlow",
    '@dag(schedule=None)\ndef d():\n    @task\n    def a(x=1):\n        return x\n    @task(task_id="bb")\n    def b():\n        return 1\n    @task.branch\n    def c():\n        return "a"\n    a(a(b()))\n    c()\n\nd()\n',
    ["d a a__1 bb c"],
  ],
  [
    "TaskFlow with other ids, mapped, and groups of it",
    '@task\ndef a(x, y=0):\n    return x\n\n@task_group\ndef g(n):\n    a(n)\n\n@task_group(group_id="k")\ndef h():\n    a.override(task_id="z")(1)\n\n@dag("d")\ndef make():\n    a.expand(x=[1, 2])\n    a.partial(y=1).expand(x=[1])\n    g(1)\n    g(2)\n    h()\n\nx = make()\n',
    ["d a a__1 g.a g__1.a k.z"],
  ],
  ["partial operators", 'with DAG("d"):\n    Job.partial(task_id="a").expand(command=["x"])\n', ["d a"]],
  [
    "loops over what is written out",
    'NAMES = ["x", "y"]\nfor n in NAMES:\n    with DAG(f"d_{n}") as one:\n        for i in range(2):\n            Job(task_id=f"{n}_{i}")\n    globals()[n] = one\n',
    ["d_x x_0 x_1", "d_y y_0 y_1"],
  ],
  [
    "mappings and comprehensions",
    'JOBS = {"a": "echo a", "b": "echo b"}\nwith DAG("d"):\n    [Job(task_id=k, command=v) for k, v in JOBS.items()]\n    tasks = {k: Job(task_id="t_" + k) for k in JOBS}\n',
    ["d a b t_a t_b"],
  ],
  [
    "functions of the file",
    'def make(name, suffix="x"):\n    with DAG(dag_id=name) as one:\n        add(suffix)\n    return one\n\ndef add(suffix):\n    Job(task_id=f"t_{suffix}")\n\na = make("d")\nb = make("e", suffix="y")\n',
    ["d t_x", "e t_y"],
  ],
  [
    "the main guard is not run",
    'with DAG("d"):\n    Job(task_id="a")\nif __name__ == "__main__":\n    DAG("e").test()\n',
    ["d a"],
  ],
];
