from kit.tools import *  # noqa: F403
from .tools import Saw as BigSaw
from . import tools as toolbox
