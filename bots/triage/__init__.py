"""What the bot makes of a message and what it does about it, in stages that depend on nothing but their arguments:
normalise -> emergency -> language -> topic -> gate -> dialogue step.
"""
