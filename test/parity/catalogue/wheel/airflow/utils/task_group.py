class TaskGroup:
    def __init__(self, group_id, prefix_group_id=True):
        pass
