"""What a person needs to act: findings, incidents, standings of clauses, messages."""
